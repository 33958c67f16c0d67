package cobrowse.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.settings.AwsSettings;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionTest {
    @ParameterizedTest
    @CsvSource({
        "dynamodb, eu-central-1, false, false, dynamodb.eu-central-1.amazonaws.com",
        "secretsmanager, il-central-1, true, false, secretsmanager-fips.il-central-1.amazonaws.com",
        "dynamodb, us-east-1, false, true, dynamodb.us-east-1.api.aws",
        "dynamodb, us-east-1, true, true, dynamodb-fips.us-east-1.api.aws",
        "dynamodb, us-gov-west-1, true, false, dynamodb.us-gov-west-1.amazonaws.com",
        "secretsmanager, us-gov-west-1, true, false, secretsmanager-fips.us-gov-west-1.amazonaws.com",
        "dynamodb, cn-north-1, false, false, dynamodb.cn-north-1.amazonaws.com.cn",
        "dynamodb, cn-north-1, false, true, dynamodb.cn-north-1.api.amazonwebservices.com.cn",
        "secretsmanager, eusc-de-east-1, false, false, secretsmanager.eusc-de-east-1.amazonaws.eu",
        "secretsmanager, eusc-de-east-1, true, true, secretsmanager-fips.eusc-de-east-1.api.amazonwebservices.eu",
        "dynamodb, us-iso-east-1, false, false, dynamodb.us-iso-east-1.c2s.ic.gov",
        "dynamodb, us-isob-east-1, false, false, dynamodb.us-isob-east-1.sc2s.sgov.gov",
        "dynamodb, eu-isoe-west-1, false, false, dynamodb.eu-isoe-west-1.cloud.adc-e.uk",
        "dynamodb, us-isof-south-1, true, false, dynamodb-fips.us-isof-south-1.csp.hci.ic.gov"
    })
    void eachPartitionHasItsOwnDomains(String service, String region, boolean fips, boolean dualStack, String host) {
        var settings = new AwsSettings(
                region, "id", "key", Optional.empty(), fips, dualStack, Optional.empty(), Optional.empty());

        assertEquals("https://" + host, Partition.url(service, settings).toString());
    }
}
