package org.iltlib.exchange.oneroster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column may hold: whether it must be filled, whether it is a list, and the type of its values. */
record ColumnRule(String name, boolean required, boolean list, String type) {
    private static final Pattern GUID = Pattern.compile("[0-9A-Za-z._/@-]{1,255}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z");
    private static final Pattern FLOAT = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?");
    private static final Map<String, String> VOCABULARIES = Map.ofEntries(
            Map.entry("status", "active,tobedeleted"),
            Map.entry("session", "gradingPeriod,semester,schoolYear,term,ext:"),
            Map.entry("org", "department,school,district,local,state,national,ext:"),
            Map.entry("class", "homeroom,scheduled,ext:"),
            Map.entry("roleType", "primary,secondary"),
            Map.entry(
                    "role",
                    "aide,counselor,districtAdministrator,guardian,parent,principal,proctor,relative,siteAdministrator,"
                            + "student,systemAdministrator,teacher,ext:"),
            Map.entry("role11", "administrator,aide,guardian,parent,proctor,relative,student,teacher"),
            Map.entry("enrollment", "administrator,proctor,student,teacher,ext:"),
            Map.entry("resource", "administrator,aide,guardian,parent,proctor,relative,student,teacher,ext:"),
            Map.entry("importance", "primary,secondary"),
            Map.entry("sex", "male,female,unspecified,other,ext:"),
            Map.entry("score", "exempt,fully graded,not submitted,partially graded,submitted,ext:"),
            Map.entry("source", "case,unknown,ext:"));

    static List<ColumnRule> parse(String columns) {
        return Arrays.stream(columns.trim().split(" +")).map(ColumnRule::one).toList();
    }

    private static ColumnRule one(String column) {
        String[] parts = column.split(":", 2);
        String name = parts[0];
        return new ColumnRule(
                name.replace("!", "").replace("[]", ""),
                name.contains("!"),
                name.contains("[]"),
                parts.length == 2 ? parts[1] : "text");
    }

    /** The file that the values refer to, by name without ending. */
    Optional<String> target() {
        return type.startsWith("ref.") ? Optional.of(type.substring(4)) : Optional.empty();
    }

    boolean isEnum() {
        return type.startsWith("enum.");
    }

    List<String> values(String cell) {
        return list ? Arrays.stream(cell.split(",", -1)).map(String::strip).toList() : List.of(cell);
    }

    /** What was expected instead, if the cell does not hold it; blank cells are always right here. */
    Optional<String> fault(String cell) {
        return cell.isEmpty() || values(cell).stream().allMatch(this::accepts)
                ? Optional.empty()
                : Optional.of("expected " + expected());
    }

    private boolean accepts(String value) {
        if (isEnum()) {
            List<String> words = words();
            return words.contains(value) || (words.contains("ext:") && value.startsWith("ext:") && value.length() > 4);
        }
        return switch (type) {
            case "text" -> true;
            case "date" -> DATE.matcher(value).matches() && exists(value);
            case "instant" -> INSTANT.matcher(value).matches() && exists(value.substring(0, 10));
            case "bool" -> value.equals("true") || value.equals("false");
            case "int" -> value.matches("0|-?[1-9]\\d{0,8}");
            case "float" -> FLOAT.matcher(value).matches();
            case "year" -> value.matches("\\d{4}");
            default -> GUID.matcher(value).matches();
        };
    }

    private static boolean exists(String date) {
        try {
            LocalDate.parse(date);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The cell as it should have been, if the fault is on the closed list of what the lenient profile repairs. */
    Optional<String> repair(String cell) {
        Optional<String> repaired = Optional.empty();
        if (type.equals("bool")) {
            repaired = Optional.of(cell.toLowerCase(Locale.ROOT));
        } else if (type.equals("instant") && DATE.matcher(cell).matches()) {
            repaired = Optional.of(cell + "T00:00:00.000Z");
        } else if (isEnum() && !list) {
            repaired =
                    words().stream().filter(word -> word.equalsIgnoreCase(cell)).findFirst();
        }
        return repaired.filter(value -> fault(value).isEmpty());
    }

    private List<String> words() {
        return List.of(VOCABULARIES.getOrDefault(type.substring(5), "").split(","));
    }

    private String expected() {
        if (isEnum()) {
            return "one of " + words();
        }
        return switch (type) {
            case "date" -> "a date as yyyy-MM-dd";
            case "instant" -> "a time as yyyy-MM-ddTHH:mm:ss.SSSZ";
            case "bool" -> "true or false";
            case "int" -> "a whole number";
            case "float" -> "a number";
            case "year" -> "a year of four digits";
            default -> "an id of 1 to 255 letters, digits and . _ / @ -";
        };
    }
}
