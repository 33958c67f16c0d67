package cobrowse.blackbox;

import static cobrowse.fake.JsonBody.member;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.hamcrest.Matchers.equalTo;

import cobrowse.fake.OnStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OnStandIn.class)
class StartWithEmailTest extends StandInTests {
    @ParameterizedTest
    @ValueSource(strings = {"alice@example.com", "Alice@EXAMPLE.com"})
    void userIsFoundWhateverTheCase(String email) {
        startWith(email).then().statusCode(201).body(member("userId", equalTo("user-alice")));

        genesys.verifyThat(
                1,
                search().withRequestBody(equalToJson(
                        "{\"query\":[{\"fields\":[\"email\"],\"type\":\"EXACT\",\"value\":\"" + email
                                + "\"},{\"fields\":[\"state\"],\"type\":\"EXACT\",\"values\":[\"active\",\"inactive\",\"deleted\"]}],"
                                + "\"pageSize\":25,\"pageNumber\":1}")));
        genesys.verifyThat(1, startWithUser().withRequestBody(matchingJsonPath("$.userId")));
    }

    @ParameterizedTest
    @CsvSource({
        "nobody@example.com, 404, target-not-found",
        "twins@example.com, 409, target-ambiguous",
        "inactive@example.com, 409, target-inactive"
    })
    void nothingIsStartedUnlessExactlyOneActiveUserIsMeant(String email, int status, String code) {
        startWith(email)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(member("code", equalTo(code)))
                .body(member("retryable", equalTo(false)));

        genesys.verifyThat(0, startWithUser());
    }

    /** A server that ignores the filter lists everybody, strangers first. */
    @ParameterizedTest
    @CsvSource({"alice@example.com, 201, 1", "nobody@example.com, 404, 0"})
    void strangersAreNeverMeant(String email, int status, int starts) {
        everybodyIs(
                "{\"id\":\"user-stranger\",\"email\":\"stranger@example.com\",\"state\":\"active\"}",
                "{\"id\":\"user-longer\",\"email\":\"alice@example.com.evil.example\",\"state\":\"active\"}",
                "{\"id\":\"\",\"email\":\"alice@example.com\",\"state\":\"active\"}",
                "{\"id\":\"user-nameless\",\"state\":\"active\"}",
                "{\"id\":\"user-gone\",\"email\":\"alice@example.com\",\"state\":\"deleted\"}",
                "{\"id\":\"user-alice\",\"email\":\"Alice@Example.com\",\"state\":\"active\"}");

        startWith(email).then().statusCode(status);

        genesys.verifyThat(starts, startWithUser());
        genesys.verifyThat(
                starts,
                startWithUser().withRequestBody(equalToJson("{\"userId\":\"user-alice\",\"type\":\"standard\"}")));
    }

    @Test
    void stateThatNobodyHasHeardOfIsNotActive() {
        everybodyIs("{\"id\":\"user-alice\",\"email\":\"alice@example.com\",\"state\":\"on-the-moon\"}");

        startWith("alice@example.com").then().statusCode(409).body(member("code", equalTo("target-inactive")));
    }

    private void everybodyIs(String... users) {
        genesys.register(post(urlPathMatching("/api/v2/users/search"))
                .willReturn(okJson("{\"results\":[" + String.join(",", users) + "],\"new\":true}")));
    }

    private static io.restassured.response.Response startWith(String email) {
        return start("{\"email\":\"" + email + "\"}");
    }
}
