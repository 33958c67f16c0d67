package cobrowse;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What is neither in {@link ResilienceSuite} nor in {@link WaitingSuite}. */
@Suite
@SelectPackages("cobrowse")
@IncludeClassNamePatterns(".*Test")
@ExcludeClassNamePatterns("cobrowse\\.(resilience|waiting|network|locale)\\..*")
class OthersSuite {}
