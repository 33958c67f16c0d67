package cobrowse.aws;

/** Failures for tests of what asks AWS. */
public final class AwsFailures {
    private AwsFailures() {}

    public static AwsFailure temporary() {
        return new AwsFailure.Temporary("stand-in", null);
    }
}
