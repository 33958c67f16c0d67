package cobrowse.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Checks a signature as AWS does: it is made anew of what has arrived. */
@QuarkusTest
@TestProfile(OnAwsStandIn.class)
class SignatureTest extends AwsStandInTests {
    private static final Pattern SIGNED_HEADERS = Pattern.compile("SignedHeaders=([^,]+),");
    private static final List<String> ADDED = List.of("host", "x-amz-date", "x-amz-security-token");

    @Inject
    DynamoDb dynamoDb;

    SignatureTest() {
        super("DynamoDB_20120810.DeleteItem");
    }

    @Test
    void whatArrivesIsWhatWasSigned() {
        answers(says(200, "{}"));

        dynamoDb.call("DeleteItem", JsonNodeFactory.instance.objectNode().put("Key", "ü ~*+"), deadline);

        var arrived = aws.find(calls().withHeader("X-Amz-Security-Token", equalTo("stand-in-session")))
                .get(0);
        assertTrue(signedHeaders(arrived)
                .containsAll(List.of("content-type", "host", "x-amz-date", "x-amz-security-token", "x-amz-target")));
        assertEquals(signature(arrived), arrived.getHeader("Authorization"));
    }

    private static List<String> signedHeaders(LoggedRequest request) {
        var matcher = SIGNED_HEADERS.matcher(request.getHeader("Authorization"));
        assertTrue(matcher.find());
        return Arrays.asList(matcher.group(1).split(";"));
    }

    private static String signature(LoggedRequest arrived) {
        var date = LocalDateTime.parse(
                arrived.getHeader("X-Amz-Date"), DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'"));
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(URI.create("http://" + arrived.getHeader("Host") + arrived.getUrl()));
        signedHeaders(arrived).stream()
                .filter(name -> !ADDED.contains(name))
                .forEach(name -> request.putHeader(name, arrived.getHeader(name)));
        return AwsV4HttpSigner.create()
                .sign(with -> with.identity(
                                AwsSessionCredentialsIdentity.create("stand-in-id", "stand-in-key", "stand-in-session"))
                        .request(request.build())
                        .payload(ContentStreamProvider.fromByteArray(arrived.getBody()))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "dynamodb")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                        .putProperty(
                                AwsV4HttpSigner.SIGNING_CLOCK,
                                Clock.fixed(date.toInstant(ZoneOffset.UTC), ZoneOffset.UTC)))
                .request()
                .firstMatchingHeader("Authorization")
                .orElseThrow();
    }
}
