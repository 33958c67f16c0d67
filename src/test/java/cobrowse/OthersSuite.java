package cobrowse;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What is not in {@link ResilienceSuite}. */
@Suite
@SelectPackages("cobrowse")
@ExcludePackages("cobrowse.resilience")
@IncludeClassNamePatterns(".*Test")
class OthersSuite {}
