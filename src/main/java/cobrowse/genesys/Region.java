package cobrowse.genesys;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The regions of Genesys Cloud, as its SDKs list them. */
enum Region {
    US_EAST_1("mypurecloud.com"),
    US_EAST_2("use2.us-gov-pure.cloud"),
    US_WEST_2("usw2.pure.cloud"),
    CA_CENTRAL_1("cac1.pure.cloud"),
    MX_CENTRAL_1("mxc1.pure.cloud"),
    SA_EAST_1("sae1.pure.cloud"),
    EU_WEST_1("mypurecloud.ie"),
    EU_WEST_2("euw2.pure.cloud"),
    EU_CENTRAL_1("mypurecloud.de"),
    EU_CENTRAL_2("euc2.pure.cloud"),
    EUSC_DE_EAST_1("edee1.eusc-pure.cloud"),
    ME_CENTRAL_1("mec1.pure.cloud"),
    AP_SOUTH_1("aps1.pure.cloud"),
    AP_SOUTHEAST_1("apse1.pure.cloud"),
    AP_SOUTHEAST_2("mypurecloud.com.au"),
    AP_NORTHEAST_1("mypurecloud.jp"),
    AP_NORTHEAST_2("apne2.pure.cloud"),
    AP_NORTHEAST_3("apne3.pure.cloud");

    private final String domain;

    Region(String domain) {
        this.domain = domain;
    }

    URI login() {
        return URI.create("https://login." + domain);
    }

    URI api() {
        return URI.create("https://api." + domain);
    }

    /** @param text {@code eu_central_1}, {@code eu-central-1} or {@code mypurecloud.de}, in any case */
    static Optional<Region> of(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(region -> region.domain.equals(wanted) || region.key().equals(wanted.replace('-', '_')))
                .findFirst();
    }

    /** All of them on one line, for whoever has to choose one. */
    static String choices() {
        return Arrays.stream(values())
                .map(region -> region.key() + " (" + region.domain + ")")
                .collect(Collectors.joining(", "));
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
