package cobrowse;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What mostly waits for time to pass, and some more. */
@Suite
@SelectPackages({"cobrowse.waiting", "cobrowse.network", "cobrowse.locale"})
@IncludeClassNamePatterns(".*Test")
class WaitingSuite {}
