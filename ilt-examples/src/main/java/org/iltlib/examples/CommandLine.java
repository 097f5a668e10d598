package org.iltlib.examples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Options of the form {@code --name value}, each at most once.
 *
 * <pre>{@code
 * CommandLine line = CommandLine.parse(args, List.of("school", "out"));
 * int school = line.number("school", 51);
 * }</pre>
 */
public final class CommandLine {
    private final Map<String, String> values;

    private CommandLine(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads the arguments.
     *
     * @param names the options that there are, without the dashes
     * @throws UsageException naming the first argument that is not one of them, has no value, or stands twice
     */
    public static CommandLine parse(String[] args, List<String> names) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            String name = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (!names.contains(name)) {
                throw new UsageException("Unknown option \"" + args[i] + "\". Expected "
                        + String.join(", ", names.stream().map(n -> "--" + n).toList()) + ".");
            }
            if (i + 1 == args.length) {
                throw new UsageException("Option --" + name + " has no value. Maybe it was left out at the end.");
            }
            if (values.put(name, args[i + 1]) != null) {
                throw new UsageException("Option --" + name + " is given twice. Expected it once.");
            }
        }
        return new CommandLine(values);
    }

    /** The text given for the option. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * The whole number given for the option, or the default.
     *
     * @throws UsageException if it is not a whole number
     */
    public long number(String name, long otherwise) {
        String text = values.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UsageException("Option --" + name + " is \"" + text + "\". Expected a whole number.", e);
        }
    }
}
