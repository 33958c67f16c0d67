package cobrowse.resilience;

import static cobrowse.fake.JsonBody.member;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeTests;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that Genesys writes, and which of them a caller may open. */
@QuarkusTest
@TestProfile(OnFakeGenesys.class)
class LinksTest extends FakeTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "javascript://join.example/%0aalert(1)",
                "data:text/html,<script>alert(1)</script>",
                "http://join.example/1",
                "HTTP://join.example/1",
                "ws://join.example/1",
                "ftp://join.example/1",
                "file:///etc/passwd",
                "blob:https://join.example/1",
                "//join.example/1",
                "/join/1",
                "join.example/1",
                "https:join.example",
                "https:///join",
                "https://",
                "https://?a",
                "https://user@join.example/1",
                "https://user:pw@join.example/1",
                "https://join.example@evil.example/1",
                "https://@join.example/",
                "wss://user@join.example/1",
                " https://join.example/1",
                "https://join.example/1 ",
                "https://join.example/a b",
                "https://join.exa mple/1",
                "https://join.example\\u0000/1",
                "java\\nscript:alert(1)",
                "https://join.example\\\\@evil.example/1",
                "https://[::1",
                "https://join.example:port/1",
                "http://localhost.evil.example/1",
                "http://localhost@evil.example/1"
            })
    void whatIsNoSecureLinkToAHostIsLeftOut(String link) {
        answers(link, link);

        startWithUser()
                .then()
                .statusCode(201)
                .body(member("id", is("session-1")))
                .body(member("joinUrl", nullValue()))
                .body(member("websocketUrl", nullValue()))
                .body(member("fetched", is(true)));
        fetch().then().statusCode(200).body(member("joinUrl", nullValue())).body(member("websocketUrl", nullValue()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "://join.example/1",
                "://join.example",
                "://join.example:8443/a/b?c=d&e=%20#f",
                "://192.0.2.1/1",
                "://[2001:db8::1]:8443/1",
                "://xn--bcher-kva.example/1"
            })
    void secureLinkIsPassedOnAsItIs(String link) {
        for (var scheme : new String[] {"https", "HTTPS"}) {
            var webSocket = scheme.equals("https") ? "wss" : "WSS";
            answers(scheme + link, webSocket + link);

            fetch().then()
                    .statusCode(200)
                    .body(member("joinUrl", is(scheme + link)))
                    .body(member("websocketUrl", is(webSocket + link)));
        }
    }

    /** A link of one kind under the name of the other. */
    @Test
    void schemesAreNotMixedUp() {
        answers("wss://join.example/1", "https://join.example/1");

        fetch().then().statusCode(200).body(member("joinUrl", nullValue())).body(member("websocketUrl", nullValue()));
    }

    @Test
    void linkThatIsFarTooLongIsLeftOut() {
        answers("https://join.example/" + "a".repeat(2_048), "wss://join.example/" + "a".repeat(2_048));

        fetch().then().statusCode(200).body(member("joinUrl", nullValue())).body(member("websocketUrl", nullValue()));
    }

    /** What a production function drops, development needs: its stand-in is on this machine. */
    @ParameterizedTest
    @ValueSource(
            strings = {"://localhost:8089/join", "://127.0.0.1/join", "://[::1]/join", "://genesys.localhost/join"})
    void plainLinkToThisMachineIsForDevelopmentAlone(String link) {
        answers("http" + link, "ws" + link);

        fetch().then()
                .statusCode(200)
                .body(member("joinUrl", isForDevelopment("http" + link)))
                .body(member("websocketUrl", isForDevelopment("ws" + link)));
    }

    org.hamcrest.Matcher<Object> isForDevelopment(String link) {
        return is((Object) link);
    }

    private void answers(String joinUrl, String websocketUrl) {
        var links = ",\"joinUrl\":\"" + joinUrl + "\",\"websocketUrl\":\"" + websocketUrl + "\"}";
        genesys.answers(
                Call.START, Answer.json(200, "{\"id\":\"session-1\",\"websocketUrl\":\"" + websocketUrl + "\"}"));
        genesys.answers(Call.FETCH, Answer.json(200, "{\"id\":\"session-1\"" + links));
    }
}
