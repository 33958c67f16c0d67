package cobrowse.aws;

import cobrowse.settings.AwsSettings;
import java.net.URI;
import java.util.Arrays;

/** AWS' partitions, each with domains of its own (botocore's endpoints.json and partitions.json). */
enum Partition {
    CHINA("cn-", "amazonaws.com.cn", "api.amazonwebservices.com.cn"),
    GOVCLOUD("us-gov-", "amazonaws.com", "api.aws"),
    ISO("us-iso-", "c2s.ic.gov", "api.aws.ic.gov"),
    ISO_B("us-isob-", "sc2s.sgov.gov", "api.aws.scloud"),
    ISO_E("eu-isoe-", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
    ISO_F("us-isof-", "csp.hci.ic.gov", "api.aws.hci.ic.gov"),
    EUROPEAN_SOVEREIGN("eusc-", "amazonaws.eu", "api.amazonwebservices.eu"),
    STANDARD("", "amazonaws.com", "api.aws");

    private final String regions;
    private final String domain;
    private final String dualStackDomain;

    Partition(String regions, String domain, String dualStackDomain) {
        this.regions = regions;
        this.domain = domain;
        this.dualStackDomain = dualStackDomain;
    }

    static URI url(String service, AwsSettings settings) {
        var partition = Arrays.stream(values())
                .filter(candidate -> settings.region().startsWith(candidate.regions))
                .findFirst()
                .orElse(STANDARD);
        // In GovCloud, DynamoDB's ordinary endpoint is the validated one.
        var ordinary = partition == GOVCLOUD && service.equals("dynamodb") && !settings.dualStack();
        var name = settings.fips() && !ordinary ? service + "-fips" : service;
        var domain = settings.dualStack() ? partition.dualStackDomain : partition.domain;
        return URI.create("https://" + name + "." + settings.region() + "." + domain);
    }
}
