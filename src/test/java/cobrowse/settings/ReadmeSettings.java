package cobrowse.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The table of settings in README.md. */
public final class ReadmeSettings {
    private static final Pattern ROW = Pattern.compile("\\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \\|([^|]*)\\|.*");
    private static final Map<String, String> DEFAULTS = read();

    private ReadmeSettings() {}

    /** @return what the table has as default, by environment variable; empty where there is none */
    public static Map<String, String> defaults() {
        return DEFAULTS;
    }

    public static String defaultOf(String variable) {
        return DEFAULTS.get(variable);
    }

    private static Map<String, String> read() {
        var defaults = new HashMap<String, String>();
        try {
            for (var line : Files.readAllLines(Path.of("README.md"))) {
                var row = ROW.matcher(line);
                if (row.matches()) {
                    for (var variable : row.group(1).replace("`", "").split(", ")) {
                        defaults.put(variable, row.group(2).replace("`", "").strip());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return defaults;
    }
}
