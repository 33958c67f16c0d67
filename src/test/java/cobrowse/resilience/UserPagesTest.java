package cobrowse.resilience;

import static cobrowse.fake.JsonBody.member;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cobrowse.fake.Answer;
import cobrowse.fake.Call;
import cobrowse.fake.FakeTests;
import cobrowse.fake.OnFakeGenesys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has an address is decided over all pages of the list, however it says how many there are. */
@QuarkusTest
@TestProfile(OnFakeGenesys.class)
class UserPagesTest extends FakeTests {
    private static final String ALICE = user("user-1", "active");

    /** The call that lists users, and the name of the list in its response. */
    Call call = Call.SEARCH;

    String list = "results";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'pageCount':2",
                "'pageCount':'2'",
                "'pageCount':2.0",
                "'total':2",
                "'total':'2'",
                "'total':2,'pageCount':0",
                "'total':-1,'pageCount':2",
                "'total':null,'pageCount':2",
                "'total':1,'pageCount':2",
                "'total':2,'pageCount':1",
                "'nextUri':'/api/v2/users?pageNumber=2'",
                "'nextPage':'/api/v2/users/search?pageNumber=2'"
            })
    void secondActiveUserOnTheSecondPageIsSeen(String more) {
        answers(page(more, ALICE), page("'pageCount':2,'total':2", user("user-2", "active")));

        startWithEmail().then().statusCode(409).body(member("code", is("target-ambiguous")));

        assertEquals(0, genesys.count(Call.START));
        assertEquals(List.of(1, 2), pageNumbers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'pageCount':3", "'total':3", "'nextUri':'?pageNumber=n'"})
    void userOnALaterPageIsFound(String more) {
        var stranger = "{'id':'stranger','email':'bob@example.com','state':'active'}";
        answers(page(more, stranger), page(more, user("user-0", "inactive")), page("'pageCount':3,'total':3", ALICE));

        startWithEmail().then().statusCode(201).body(member("userId", is("user-1")));

        assertEquals(List.of(1, 2, 3), pageNumbers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'new':1",
                "'pageCount':1,'total':1",
                "'pageCount':0,'total':0",
                "'pageCount':'1','total':'1'",
                "'pageCount':-1,'total':-7",
                "'pageCount':null,'total':null,'nextUri':null",
                "'nextUri':''"
            })
    void oneUserOnTheOnlyPageIsMeant(String counts) {
        answers(page(counts, ALICE));

        startWithEmail().then().statusCode(201).body(member("userId", is("user-1")));

        assertEquals(List.of(1), pageNumbers());
    }

    /** The user is there, but nobody can say whether alone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "'pageCount':11                     | 1",
                "'pageCount':'4000000000'           | 1",
                "'pageCount':999999999999999999     | 1",
                "'pageCount':1e30                   | 1",
                "'pageCount':12345678901234567890   | 1",
                "'pageCount':1e400                  | 1",
                "'pageCount':'many'                 | 1",
                "'pageCount':[2]                    | 1",
                "'total':{'relation':'gte'}         | 1",
                "'total':1000                       | 10",
                "'nextUri':'/api/v2/users'          | 10",
                "'nextUri':{'href':'/api/v2/users'} | 10"
            })
    void listThatCannotBeReadToItsEndStartsNothing(String counts, int pages) {
        answers(page(counts, ALICE));

        startWithEmail().then().statusCode(502).body(member("code", is("genesys-rejected")));

        assertEquals(0, genesys.count(Call.START));
        assertEquals(pages, genesys.count(call));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "'all'", "7", "{'0':{'id':'user-1'}}"})
    void listThatIsNoneStartsNothing(String odd) {
        answers(Answer.json(200, json("{'" + list + "':" + odd + "}")));

        startWithEmail().then().statusCode(502).body(member("code", is("genesys-rejected")));
    }

    @Test
    void listThatBreaksOffStartsNothing() {
        var deep = "[".repeat(60_000);
        answers(Answer.json(200, json("{'" + list + "':[" + ALICE + ",{'new':" + deep)));
        startWithEmail().then().statusCode(502).body(member("code", is("genesys-rejected")));

        answers(Answer.json(200, json("{'" + list + "':[" + ALICE + "],'new':" + deep)));
        startWithEmail().then().statusCode(502).body(member("code", is("genesys-rejected")));
    }

    @Test
    void thousandsOfUsersOnOnePageAreNotCutShort() {
        var strangers = new ArrayList<String>();
        IntStream.range(0, 2_000).forEach(i -> strangers.add("{'id':'" + i + "'}"));
        strangers.add(0, ALICE);
        strangers.add(user("user-2", "active"));
        answers(page("'pageCount':1", strangers.toArray(String[]::new)));

        var answer = startWithEmail();

        assertEquals(502, answer.statusCode());
        assertEquals(0, genesys.count(Call.START));
    }

    @Test
    void tenPagesAreRead() {
        answers(IntStream.rangeClosed(1, 10)
                .mapToObj(n -> page("'pageCount':10", n == 10 ? ALICE : "{'id':'stranger'}"))
                .toArray(Answer[]::new));

        startWithEmail().then().statusCode(201).body(member("userId", is("user-1")));

        assertEquals(IntStream.rangeClosed(1, 10).boxed().toList(), pageNumbers());
    }

    @Test
    void pageThatFailsStartsNothing() {
        answers(page("'pageCount':2", ALICE), Answer.status(500));
        startWithEmail().then().statusCode(503).body(member("code", is("genesys-unavailable")));

        answers(page("'pageCount':2", ALICE), Answer.silence());
        startWithEmail().then().statusCode(504).body(member("code", is("genesys-timeout")));

        assertEquals(0, genesys.count(Call.START));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "['active']", "true", "1", "'Active'", "' active'", "''"})
    void stateThatIsNotTheTextActiveIsNotActive(String state) {
        answers(page("'new':1", "{'id':'user-1','email':'alice@example.com','state':" + state + "}"));

        startWithEmail().then().statusCode(409).body(member("code", is("target-inactive")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'state':null"})
    void stateThatIsLeftOut(String state) {
        answers(page("'new':1", "{'id':'user-1','email':'alice@example.com'" + state + "}"));

        startWithEmail().then().statusCode(whereStateIsLeftOut());
    }

    /** A search is asked for the state. */
    int whereStateIsLeftOut() {
        return 409;
    }

    /** The number that is asked for. */
    int pageNumber(String target, String body) {
        return Integer.parseInt(body.replaceAll(".*\"pageNumber\":(\\d+).*", "$1"));
    }

    private List<Integer> pageNumbers() {
        return genesys.requests().stream()
                .filter(request -> request.call() == call)
                .map(request -> pageNumber(request.target(), request.body()))
                .toList();
    }

    private void answers(Answer... pages) {
        genesys.answers(call, pages);
    }

    private Answer page(String counts, String... users) {
        return Answer.json(200, json("{'" + list + "':" + Arrays.toString(users) + "," + counts + "}"));
    }

    private static String user(String id, String state) {
        return "{'id':'" + id + "','email':'Alice@example.com','state':'" + state + "'}";
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
