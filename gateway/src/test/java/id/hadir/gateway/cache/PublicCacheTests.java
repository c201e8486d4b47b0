package id.hadir.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.hadir.gateway.cache.Publisher.Reply;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept, for whom, and what never is. */
class PublicCacheTests extends CacheTest {

    @Test
    void secondReaderIsAnsweredFromMemoryAsTheFirstWas() {
        String page = page();
        SERVICE.at(page, (_, number) -> Reply.of(SHARED, "isi " + number).with("X-Own", "a"));

        HttpResponse<String> first = get(page);
        HttpResponse<String> second = get(page);

        assertThat(SERVICE.asked(page)).isEqualTo(1);
        assertThat(second.body()).isEqualTo("isi 1").isEqualTo(first.body());
        assertThat(second.headers().map()).isEqualTo(first.headers().map());
        assertThat(second.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(second.headers().firstValue("X-Own")).contains("a");
        assertThat(second.headers().firstValue("Cache-Control")).contains(SHARED);
        assertThat(second.headers().firstValue("Age")).contains("0");
    }

    @Test
    void headIsAnsweredFromTheSameEntry() throws Exception {
        String page = page();
        SERVICE.at(page, (_, _) -> Reply.of(SHARED, "12345"));
        get(page);

        var head = client.send(request(page).HEAD().build(), BodyHandlers.ofString());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).contains("5");
        assertThat(head.body()).isEmpty();
        assertThat(SERVICE.asked(page)).isEqualTo(1);
    }

    @Test
    void whatHasAgedIsFetchedAnew() {
        String page = page();
        SERVICE.at(page, (_, number) -> Reply.of("public, max-age=1", "isi " + number));
        assertThat(get(page).body()).isEqualTo("isi 1");

        await().until(() -> get(page).body().equals("isi 2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private, max-age=60",
                "no-store, max-age=60",
                "public, no-cache, max-age=60",
                "public, max-age=60, private=\"set-cookie\"",
                "max-age=60",
                "public",
                "public, max-age=60, s-maxage=0",
            })
    void serviceHasTheWord(String cacheControl) {
        String page = page();
        SERVICE.at(page, (_, number) -> Reply.of(cacheControl, "isi " + number));

        assertThat(get(page).body()).isEqualTo("isi 1");
        assertThat(get(page).body()).isEqualTo("isi 2");
    }

    @ParameterizedTest
    @CsvSource({"Set-Cookie, a=b", "Vary, User-Agent", "Vary, *"})
    void answerToSomebodyInParticularIsNotKept(String header, String value) {
        String page = page();
        SERVICE.at(page, (_, number) -> Reply.of(SHARED, "isi " + number).with(header, value));

        assertThat(get(page).body()).isEqualTo("isi 1");
        assertThat(get(page).body()).isEqualTo("isi 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {410, 500, 503})
    void refusalOrFailureIsNotKept(int status) {
        String page = page();
        SERVICE.at(page, (_, _) -> Reply.of(SHARED, "").status(status));

        assertThat(get(page).statusCode()).isEqualTo(status);
        assertThat(get(page).statusCode()).isEqualTo(status);
        assertThat(SERVICE.asked(page)).isEqualTo(2);
    }

    @Test
    void pageThatDoesNotExistYetIsKeptForAMoment() {
        String page = page();
        SERVICE.at(
                page,
                (_, number) ->
                        Reply.of("no-store", "isi " + number).status(number == 1 ? 404 : 200));

        assertThat(get(page).statusCode()).isEqualTo(404);
        assertThat(get(page).body()).isEqualTo("isi 1");
        await().until(() -> get(page).statusCode() == 200);
    }

    @Test
    void missingPageOfSomebodyInParticularIsNotKept() {
        String page = page();
        SERVICE.at(
                page,
                (_, number) -> Reply.of(SHARED, "").status(404).with("Set-Cookie", "a=" + number));

        get(page);
        get(page);

        assertThat(SERVICE.asked(page)).isEqualTo(2);
    }

    @Test
    void missingEventIsNotKeptForPrograms() {
        String event = "/api/events/" + page().substring("/kegiatan/".length());
        SERVICE.at(event, (_, _) -> Reply.of(SHARED, "").status(404));

        get(event);
        get(event);

        assertThat(SERVICE.asked(event)).isEqualTo(2);
    }

    @Test
    void tooLargeAnAnswerComesWholeAndIsNotKept() {
        String page = page();
        String large = "x".repeat(600 * 1024);
        SERVICE.at(page, (_, _) -> Reply.of(SHARED, large));

        assertThat(get(page).body()).isEqualTo(large);
        assertThat(get(page).body()).isEqualTo(large);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/kegiatan/rakor/daftar",
                "/kegiatan/rakor/daftar/kantor",
                "/tiket/ABCD",
                "/api/registrations/ABCD",
                "/api/units"
            })
    void whatIsNotListedIsNeverKept(String path) {
        SERVICE.at(path, (_, number) -> Reply.of(SHARED, "isi " + number));

        assertThat(get(path).body()).isEqualTo("isi 1");
        assertThat(get(path).body()).isEqualTo("isi 2");
    }

    @ParameterizedTest
    @CsvSource({
        "X-Ticket, ABCD",
        "Cookie, hadir_session=old",
        "Cookie, other=1",
        "Range, bytes=0-1",
        "Cache-Control, no-store"
    })
    void whoeverIsSomebodyIsNotAnsweredFromMemory(String header, String value) {
        String page = page();
        SERVICE.at(page, (_, number) -> Reply.of(SHARED, "isi " + number));
        assertThat(get(page).body()).isEqualTo("isi 1");

        assertThat(get(page, header, value).body()).isEqualTo("isi 2");

        assertThat(get(page).body()).isEqualTo("isi 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hadir_kenal=a1",
                "__Host-hadir_kenal=a1; hadir_lang=id",
                "__Host-hadir_lang=id"
            })
    void aBrowserInWhichSomebodySignedInOnceIsAnsweredFromMemory(String cookies) {
        String page = page();
        SERVICE.at(page, (_, number) -> Reply.of(SHARED, "isi " + number));
        assertThat(get(page, "Cookie", "hadir_lang=id").body()).isEqualTo("isi 1");
        assertThat(get(page, "Cookie", cookies).body()).isEqualTo("isi 1");
    }

    @Test
    void signedInPersonSeesTheOwnPageAndNobodyElseDoes() {
        String page = page();
        SERVICE.at(
                page,
                (request, _) -> Reply.of(SHARED, request.requestHeaders().get("Authorization")));
        String token = adminToken();

        String own = get(page, "Authorization", "Bearer " + token).body();

        assertThat(get(page).body()).isNotEqualTo(own);
        assertThat(get(page, "Authorization", "Bearer " + token).body()).isEqualTo(own);
    }

    @Test
    void languagesFormatsAndQueriesAreToldApart() {
        String page = page();
        SERVICE.at(page, (_, number) -> Reply.of(SHARED, "isi " + number));

        assertThat(get(page).body()).isEqualTo("isi 1");
        assertThat(get(page, "Cookie", "hadir_lang=en").body()).isEqualTo("isi 2");
        assertThat(get(page, "Cookie", "hadir_lang=id").body()).isEqualTo("isi 1");
        assertThat(get(page, "Accept", "text/html").body()).isEqualTo("isi 3");
        assertThat(get(page, "Accept-Encoding", "gzip, br").body()).isEqualTo("isi 4");
        assertThat(get(page, "Accept-Encoding", "br, gzip").body()).isEqualTo("isi 4");
        assertThat(get(page + "?q=pati").body()).isEqualTo("isi 5");
        assertThat(get(page, "User-Agent", "phone", "Accept-Language", "en").body())
                .isEqualTo("isi 1");
    }

    /** A reader could else make up what the others get. */
    @Test
    void onlyWhatTellsAnswersApartReachesTheService() {
        String page = page();
        SERVICE.at(
                page,
                (request, _) -> Reply.of(SHARED, request.requestHeaders().entries().toString()));

        String seen =
                get(
                                page,
                                "X-Original-Url",
                                "/evil",
                                "User-Agent",
                                "phone",
                                "Cookie",
                                "hadir_lang=x")
                        .body();

        assertThat(seen)
                .containsIgnoringCase("accept-language=id")
                .contains("hadir_lang=id")
                .doesNotContain("/evil", "phone", "hadir_lang=x");
    }

    @Test
    void pageThatTheBrowserHasIsNotSentAgain() {
        String page = page();
        SERVICE.at(page, (_, _) -> Reply.of(SHARED, "isi").with("ETag", "W/\"1a2b\""));
        get(page);

        HttpResponse<String> again = get(page, "If-None-Match", "W/\"1a2b\"");

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(SERVICE.asked(page)).isEqualTo(1);
    }

    /** Its strong tag is a version to change it by, and says nothing of what the clock changed. */
    @Test
    void eventIsSentEvenToWhoHasThatVersion() {
        String event = "/api/events/" + page().substring("/kegiatan/".length());
        SERVICE.at(event, (_, _) -> Reply.of(SHARED, "isi").with("ETag", "\"3\""));
        get(event);

        assertThat(get(event, "If-None-Match", "\"3\"").statusCode()).isEqualTo(200);
    }
}
