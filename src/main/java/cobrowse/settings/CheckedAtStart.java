package cobrowse.settings;

/**
 * Settings that are checked when the function starts. The constructor throws a
 * {@link io.quarkus.runtime.configuration.ConfigurationException} whose message is one line that says what would be right.
 */
public interface CheckedAtStart {}
