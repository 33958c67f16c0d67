package cobrowse.api;

import cobrowse.telemetry.RequestRecord;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** What ties an answer to its lines in the log. */
@RequestScoped
public class CorrelationId {
    private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7E]{1,128}");

    private final RequestRecord record;
    private String value;

    CorrelationId(RequestRecord record) {
        this.record = record;
    }

    /** Takes over what the caller sent, if it is fit for a header and a log; makes one up otherwise. */
    public void accept(String sent) {
        value = sent != null && VISIBLE_ASCII.matcher(sent).matches() ? sent : null;
        MDC.put("correlationId", value());
        record.correlationId(value());
    }

    /** Ends with the request, as far as the log is concerned. */
    public void forget() {
        MDC.remove("correlationId");
    }

    String value() {
        if (value == null) {
            value = UUID.randomUUID().toString();
        }
        return value;
    }
}
