package cobrowse;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Half of all tests, by the time they take; runs at the same time as {@link OthersSuite}. */
@Suite
@SelectPackages("cobrowse.resilience")
@IncludeClassNamePatterns(".*Test")
class ResilienceSuite {}
