package org.iltlib.analytics.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.iltlib.base.Checks;
import org.iltlib.form.CanonicalJson;
import org.iltlib.form.Form;
import org.iltlib.form.Forms;
import org.immutables.value.Value;

/** What one release told: of whom, when, under which policy, and every number that was shown. No withheld number. Immutable. */
@Value.Immutable
public abstract class ReleaseNote {
    /** The written form. */
    public static final Form<ReleaseNote> FORM = Form.<ReleaseNote, Builder>built(ReleaseNote::builder, Builder::build)
            .field("name", Forms.TEXT, ReleaseNote::name, Builder::name)
            .field("population", Forms.TEXT, ReleaseNote::population, Builder::population)
            .field("data", Forms.TEXT, ReleaseNote::data, Builder::data)
            .field("date", Forms.DATE, ReleaseNote::date, Builder::date)
            .field("policy", Forms.TEXT, ReleaseNote::policy, Builder::policy)
            .list("tables", TableRequest.FORM, ReleaseNote::tables, Builder::addAllTables)
            .map("shown", Forms.LONG, ReleaseNote::shown, Builder::putAllShown)
            .map("ranges", CountRange.FORM, ReleaseNote::ranges, Builder::putAllRanges);

    ReleaseNote() {}

    /** What the release is called. */
    public abstract String name();

    /** Who is counted, in words that stay the same from release to release. */
    public abstract String population();

    /** A digest of the data that were counted; releases of other data of the same population are compared by date. */
    public abstract String data();

    /** The day on which the data were as they are counted. */
    public abstract LocalDate date();

    /** The name of the policy. */
    public abstract String policy();

    /** The tables that were asked for. */
    public abstract List<TableRequest> tables();

    /** The count of every cell whose count was shown, by the cell's name. */
    public abstract Map<String, Long> shown();

    /** What the coded shares that were shown leave possible, by the cell's name. */
    public abstract Map<String, CountRange> ranges();

    /** Checks the texts. */
    @Value.Check
    void check() {
        Checks.text(name(), "name");
        Checks.text(population(), "population");
        Checks.text(data(), "data");
        Checks.text(policy(), "policy");
    }

    /** A builder; everything but tables and numbers is needed. */
    public static Builder builder() {
        return new Builder();
    }

    /** The SHA-256 of the canonical written form, in hexadecimal: what was told, in one line. */
    public String digest() {
        return Digests.ofText(CanonicalJson.write(FORM.write(this)));
    }

    /** Builds a note. */
    public static final class Builder extends ImmutableReleaseNote.Builder {
        Builder() {}
    }
}
