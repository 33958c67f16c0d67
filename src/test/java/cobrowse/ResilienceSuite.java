package cobrowse;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** A third of all tests, by the time they take; runs at the same time as the others. */
@Suite
@SelectPackages("cobrowse.resilience")
@IncludeClassNamePatterns(".*Test")
class ResilienceSuite {}
