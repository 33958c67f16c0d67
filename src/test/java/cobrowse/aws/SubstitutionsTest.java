package cobrowse.aws;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is cut off for the native executable is still there: a new signer may have moved it. */
class SubstitutionsTest {
    @Test
    void whatIsCutOffIsStillInTheSigner() throws ClassNotFoundException {
        var cuts = Substitutions.class.getDeclaredClasses();
        assertTrue(cuts.length > 0);
        for (var cut : cuts) {
            var target = Class.forName(cut.getAnnotation(TargetClass.class).className());
            Arrays.stream(cut.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Substitute.class))
                    .forEach(method -> assertDoesNotThrow(() -> method(target, method)));
        }
    }

    private static Method method(Class<?> target, Method like) throws NoSuchMethodException {
        return target.getDeclaredMethod(like.getName(), like.getParameterTypes());
    }
}
