package cobrowse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader copies from the documentation works as it stands there. */
class ExamplesTest {
    private static final Pattern HTML = Pattern.compile("```html\n(.*?)```", Pattern.DOTALL);

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    final FakeFunction function = new FakeFunction();

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/widget.md"})
    void exampleStartsASessionWithTheVisitorsToken(String document) throws IOException {
        function.page("/example", "<!doctype html>\n" + example(document));
        function.answers(FakeFunction.json(201, "{\"id\": \"session-1\", \"joinCode\": \"483920\"}"));
        var widget = Widget.on(CHROMIUM, function.url() + "/example");
        // The site's own, from which the examples get the token.
        widget.script("""
                sessionStorage.setItem('access_token', 'visitors-token');
                window.signedInVisitor = async () => ({ accessToken: 'visitors-token' });
                """);
        widget.click();
        assertEquals("started", widget.state());
        assertEquals(List.of("cobrowse-started session-1"), widget.heard());
        assertEquals("Bearer visitors-token", function.asked().get(0).authorization());
    }

    private String example(String document) throws IOException {
        var example = HTML.matcher(Files.readString(Path.of(document)));
        assertTrue(example.find(), "an example in " + document);
        return example.group(1).replaceAll("endpoint=\"[^\"]*\"", "endpoint=\"" + function.url() + "\"");
    }
}
