package cobrowse.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.time.Clock;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** Signs requests with Signature Version 4, body included: so the body is written here, and goes out as it was signed. */
class Signature implements ClientRequestFilter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TARGET = "X-Amz-Target";

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final Service service;
    private final Account account;
    private final Clock clock;

    Signature(Service service, Account account, Clock clock) {
        this.service = service;
        this.account = account;
        this.clock = clock;
    }

    @Override
    public void filter(ClientRequestContext request) throws IOException {
        var mediaType = request.getMediaType();
        var body = JSON.writeValueAsBytes(request.getEntity());
        request.setEntity(body, request.getEntityAnnotations(), mediaType);
        var unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(request.getMethod()))
                .uri(request.getUri())
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType.toString())
                .putHeader(TARGET, request.getHeaderString(TARGET))
                .build();
        signer.sign(with -> with.identity(account.credentials)
                        .request(unsigned)
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service.id)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, account.region)
                        .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, clock))
                .request()
                .forEachHeader((name, values) -> request.getHeaders().putSingle(name, values.get(0)));
    }
}
