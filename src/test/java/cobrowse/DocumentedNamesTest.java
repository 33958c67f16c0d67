package cobrowse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents call a class is one. */
class DocumentedNamesTest {
    /** In back-ticks, and written as a class is. */
    private static final Pattern NAME = Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)`");

    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|record|enum) ([A-Z]\\w*)");

    /** Of others: operations and resources of AWS, options of GraalVM, interfaces of Quarkus. */
    private static final Set<String> OF_OTHERS = Set.of(
            "DeleteItem",
            "GetItem",
            "PutItem",
            "ReturnValuesOnConditionCheckFailure",
            "ReleaseCheck",
            "Trial",
            "Retain",
            "ReduceCodeSize",
            "ObjectMapperCustomizer");

    @Test
    void namesOfClassesAreThoseOfTheCode() throws IOException {
        var classes = new TreeSet<String>();
        for (var source : files(Path.of("src"))
                .filter(path -> path.toString().endsWith(".java"))
                .toList()) {
            TYPE.matcher(Files.readString(source)).results().forEach(type -> classes.add(type.group(1)));
        }
        var documents = Stream.concat(
                        files(Path.of("docs/adr")), Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")))
                .toList();
        var named = new TreeSet<String>();
        for (var document : documents) {
            NAME.matcher(Files.readString(document)).results().forEach(name -> named.add(name.group(1)));
        }

        assertTrue(named.contains("ArchitectureTest"));
        named.removeAll(classes);
        named.removeAll(OF_OTHERS);
        assertEquals(Set.of(), named);
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }
}
