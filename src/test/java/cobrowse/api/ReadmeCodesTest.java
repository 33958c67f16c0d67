package cobrowse.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cobrowse.failure.Code;
import cobrowse.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** README's section on failures names every code, and its table has their statuses. */
class ReadmeCodesTest {
    private static final Pattern ROW =
            Pattern.compile("\\| (`[a-z-]+`(?:, `[a-z-]+`)*) \\| (\\d+) \\| \\W*(yes|no)\\W* \\|.*");

    private record Row(String code, int status, boolean retryable) {}

    @ParameterizedTest
    @EnumSource
    void codeIsNamed(Code code) throws IOException {
        assertTrue(section().contains("`" + code + "`"), code + " is missing");
    }

    @Test
    void tableHasEachCodeOnceWithItsStatus() throws IOException {
        var rows = rows();

        assertEquals(new TreeSet<>(rows.stream().map(Row::code).toList()).size(), rows.size());
        for (var row : rows) {
            var problem = Problem.of(new Failure(code(row.code()), ""), "");
            assertEquals(new Row(problem.code(), problem.status(), problem.retryable()), row);
        }
    }

    private static Code code(String text) {
        return Arrays.stream(Code.values())
                .filter(code -> code.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no code " + text));
    }

    private static List<Row> rows() throws IOException {
        var rows = new ArrayList<Row>();
        for (var line : section().split("\n")) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                for (var code : row.group(1).replace("`", "").split(", ")) {
                    rows.add(new Row(
                            code, Integer.parseInt(row.group(2)), row.group(3).equals("yes")));
                }
            }
        }
        return rows;
    }

    private static String section() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var start = readme.indexOf("## Failures");
        return readme.substring(start, readme.indexOf("\n## ", start));
    }
}
