package cobrowse.locale;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;

/** In the JVM, asked by the JDK's client: REST Assured does not work in each of these languages. */
abstract class JvmLocaleTests extends LocaleTests {
    @ConfigProperty(name = OnOtherLocale.TAG)
    String tag;

    @BeforeEach
    void speaks() {
        assertEquals(tag, Locale.getDefault().toLanguageTag());
    }

    @Override
    String invoke(String event) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/_lambda_"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
