package cobrowse;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What mostly waits for time to pass; leaves the processors to the other suites. */
@Suite
@SelectPackages("cobrowse.waiting")
@IncludeClassNamePatterns(".*Test")
class WaitingSuite {}
