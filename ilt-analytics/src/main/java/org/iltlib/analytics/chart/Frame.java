package org.iltlib.analytics.chart;

import org.iltlib.base.Checks;
import org.iltlib.finding.Estimate;

/** What every chart has: a title, perhaps a description of its own, a unit and a number of decimals. */
record Frame(String title, String description, Unit unit) {
    record Unit(String name, int decimals) {}

    Frame {
        Checks.text(title, "title");
    }

    static Frame titled(String title) {
        return new Frame(title, "", new Unit("", 1));
    }

    Frame withDescription(String words) {
        return new Frame(title, Checks.text(words, "description"), unit);
    }

    Frame withUnit(String name) {
        return new Frame(title, description, new Unit(Checks.text(name, "unit"), unit.decimals()));
    }

    Frame withDecimals(int decimals) {
        Checks.require(decimals >= 0 && decimals <= 6, "decimals is %s. Expected 0 to 6.", decimals);
        return new Frame(title, description, new Unit(unit.name(), decimals));
    }

    String describedAs(String summary) {
        return description.isEmpty() ? summary : description;
    }

    String number(double value) {
        return Numerals.decimal(value, unit.decimals());
    }

    String quantity(double value) {
        return number(value) + (unit.name().isEmpty() ? "" : " " + unit.name());
    }

    /** Value, interval and count, as far as there are any. */
    String full(Estimate estimate) {
        return quantity(estimate.value())
                + Numerals.interval(estimate, unit.decimals())
                        .map(text -> " (" + text + ")")
                        .orElse("")
                + (estimate.n() > 0 ? ", n = " + Numerals.whole(estimate.n()) : "");
    }

    /** The head of a column of values. */
    String valueHead() {
        return unit.name().isEmpty() ? "Value" : "Value (" + unit.name() + ")";
    }
}
