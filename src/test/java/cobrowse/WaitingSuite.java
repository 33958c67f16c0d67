package cobrowse;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * What mostly waits, for a browser or for time to pass; leaves the processors to the other suites. The demo page is among
 * the others, which start the function that it needs.
 */
@Suite
@SelectPackages({"cobrowse.web", "cobrowse.waiting"})
@IncludeClassNamePatterns(".*Test")
@ExcludeClassNamePatterns(".*\\.DemoPageTest")
class WaitingSuite {}
