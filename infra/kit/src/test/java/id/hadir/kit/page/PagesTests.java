package id.hadir.kit.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.kit.body.KitBodies;
import id.hadir.kit.problem.KitProblems;
import id.hadir.kit.problem.Problem;
import id.hadir.kit.security.AccessTable;
import id.hadir.kit.security.KitSecurity;
import id.hadir.kit.security.Role;
import id.hadir.kit.security.Scope;
import id.hadir.kit.test.PostgresForTests;
import id.hadir.kit.test.TestTokens;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:kit/service.yaml",
            "spring.application.name=pages",
            "spring.flyway.enabled=false"
        })
@ContextConfiguration(initializers = PostgresForTests.class)
@AutoConfigureWebTestClient
class PagesTests {

    @Autowired WebTestClient client;

    @Test
    void hostileTextIsOnlyText() {
        String html =
                get("/sample", null).expectBody(String.class).returnResult().getResponseBody();
        assertThat(html)
                .contains("<title>&lt;script&gt;alert(1)&lt;/script&gt; · Hadir</title>")
                .contains("<h1>&lt;img src=x onerror=alert(1)&gt;</h1>")
                .doesNotContain("<script>alert", "<img");
    }

    @Test
    void pagesAreIndonesianWhateverThePhoneSays() {
        client.get()
                .uri("/sample")
                .headers(headers -> headers.setBearerAuth(TestTokens.anyone()))
                .header("Accept-Language", "en-US")
                .exchange()
                .expectBody(String.class)
                .value(
                        html ->
                                assertThat(html)
                                        .contains(
                                                "<html lang=\"id\">", ">Agenda</a>", ">Masuk</a>"));
    }

    @Test
    void theSwitchSpeaksEnglishFromThenOn() {
        client.get()
                .uri("/bahasa?ke=en&kembali=/sample")
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/sample")
                .expectCookie()
                .valueEquals("hadir_lang", "en");
        client.get()
                .uri("/sample?q=1")
                .headers(headers -> headers.setBearerAuth(TestTokens.anyone()))
                .cookie("hadir_lang", "en")
                .exchange()
                .expectBody(String.class)
                .value(
                        html ->
                                assertThat(html)
                                        .contains(
                                                "<html lang=\"en\">",
                                                ">Sign in</a>",
                                                "/bahasa?ke=id&amp;kembali=%2Fsample%3Fq%3D1"));
    }

    @Test
    void whatPeopleSeeWithoutAccountMayBeKeptAndIsSentOnce() {
        String tag =
                get("/sample", null)
                        .expectHeader()
                        .valueEquals("Cache-Control", "public, max-age=60")
                        .expectHeader()
                        .valueEquals("Vary", "Cookie")
                        .returnResult(String.class)
                        .getResponseHeaders()
                        .getETag();
        client.get()
                .uri("/sample")
                .headers(headers -> headers.setBearerAuth(TestTokens.anyone()))
                .header("If-None-Match", Objects.requireNonNull(tag))
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void whatASignedInPersonSeesStaysTheirs() {
        get("/sample", TestTokens.organiserSession("agency-1", "token"))
                .expectHeader()
                .valueEquals("Cache-Control", "private, no-cache")
                .expectBody(String.class)
                .value(
                        html ->
                                assertThat(html)
                                        .contains(">Panitia</a>")
                                        .doesNotContain(">Masuk</a>"));
    }

    @Test
    void nothingFoundIsAPageThatSaysWhatToDo() {
        get("/absent", null)
                .expectStatus()
                .isNotFound()
                .expectBody(String.class)
                .value(html -> assertThat(html).contains("<h1>Tidak ditemukan</h1>", "Ke agenda"));
    }

    @Test
    void whoIsSignedInStaysSoOnAnErrorPage() {
        get("/absent", TestTokens.organiserSession("agency-1", "token"))
                .expectBody(String.class)
                .value(html -> assertThat(html).contains(">Panitia</a>").doesNotContain(">Masuk<"));
        get("/denied", TestTokens.organiserSession("agency-1", "token"))
                .expectStatus()
                .isForbidden()
                .expectBody(String.class)
                .value(
                        html ->
                                assertThat(html)
                                        .contains("Ganti akun", "value=\"token\"")
                                        .doesNotContain("/masuk"));
        get("/denied", null)
                .expectBody(String.class)
                .value(html -> assertThat(html).contains("href=\"/masuk?ke=/denied\""));
    }

    @Test
    void aLinkToAFileThatIsRefusedIsAPageInABrowserAndAProblemForAProgram() {
        client.get()
                .uri("/api/file/content")
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .headers(headers -> headers.setBearerAuth(TestTokens.anyone()))
                .exchange()
                .expectHeader()
                .contentTypeCompatibleWith("text/html");
        get("/api/file/content", null)
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentTypeCompatibleWith("application/problem+json");
    }

    @Test
    void tooBusyOffersToTryAgain() {
        get("/busy?q=1", null)
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "3")
                .expectBody(String.class)
                .value(html -> assertThat(html).contains("href=\"/busy?q=1\"", "Coba lagi"));
    }

    @Test
    void assetsAreKeptForAYearUnderTheHashOfTheirContent() {
        String html =
                get("/sample", null).expectBody(String.class).returnResult().getResponseBody();
        Matcher css = Pattern.compile("/aset/kit/hadir-[0-9a-f]{10}\\.css").matcher(html);
        assertThat(css.find()).isTrue();
        client.get()
                .uri(css.group())
                .header("Accept-Encoding", "gzip")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/css")
                .expectHeader()
                .valueEquals("Cache-Control", "public, max-age=31536000, immutable");
        client.get()
                .uri("/aset/kit/hadir-0000000000.css")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache");
    }

    @Test
    void assetsNeverLeaveTheirFolder() {
        get("/aset/kit/..%2f..%2fkit/service-0000000000.yaml", null)
                .expectStatus()
                .is4xxClientError();
        get("/aset/none-0000000000.css", null).expectStatus().isNotFound();
    }

    @Test
    void aBrowserIsLedOnAndAScriptIsToldWhereTo() {
        get("/leads-on", null).expectStatus().isSeeOther();
        client.get()
                .uri("/leads-on")
                .headers(h -> h.setBearerAuth(TestTokens.anyone()))
                .header("Prefer", "return=minimal")
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectHeader()
                .valueEquals("Location", "/sample");
    }

    @Test
    void aPageShownInsteadSaysWhenToAskAgain() {
        get("/later", null)
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "3");
    }

    @Test
    void aFormOfAnEndedSessionComesBackAsItWasTyped() {
        String html = typed(TestTokens.anyone(), "/panitia/rapat/ubah", "http://hadir.test", 401);
        assertThat(html)
                .contains("name=\"title\"", "Rapat &lt;b>", "baris pertama\nbaris kedua\">")
                .contains("action=\"/panitia/rapat/ubah\"", "href=\"/masuk\" target=\"_blank\"")
                .doesNotContain("old-token");
    }

    @Test
    void whoHasSignedInAgainSendsItWithTheNewToken() {
        String session = TestTokens.organiserSession("an-agency", "new-token");
        String html = typed(session, "/panitia/rapat/ubah", "http://hadir.test", 403);
        assertThat(html)
                .contains("name=\"_csrf\" value=\"new-token\"", "Rapat &lt;b>")
                .doesNotContain("old-token", "href=\"/masuk\" target");
    }

    @Test
    void nobodyIsLedIntoSendingWhatAnotherSiteHasFilledIn() {
        assertThat(typed(TestTokens.anyone(), "/panitia/rapat/ubah", "http://evil.test", 401))
                .doesNotContain("Rapat");
        assertThat(typed(TestTokens.anyone(), "/panitia/rapat/ubah", "null", 401))
                .doesNotContain("Rapat");
    }

    @Test
    void aFormThatMayHoldAPasswordDoesNotComeBack() {
        assertThat(typed(TestTokens.anyone(), "/akun/kata-sandi", "http://hadir.test", 401))
                .doesNotContain("Rapat");
    }

    private String typed(String token, String path, String origin, int status) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("_csrf", "old-token");
        form.add("title", "Rapat <b>");
        form.add("note", "baris pertama\nbaris kedua");
        String html =
                client.post()
                        .uri(path)
                        .headers(headers -> headers.setBearerAuth(token))
                        .header("Origin", origin)
                        .header("X-Forwarded-Host", "hadir.test")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .bodyValue(form)
                        .exchange()
                        .expectStatus()
                        .isEqualTo(status)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return Objects.requireNonNull(html);
    }

    private WebTestClient.ResponseSpec get(String path, @Nullable String token) {
        String bearer = token == null ? TestTokens.anyone() : token;
        return client.get()
                .uri(builder -> URI.create(builder.build() + path))
                .headers(h -> h.setBearerAuth(bearer))
                .exchange();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({
        KitBodies.class,
        KitProblems.class,
        KitSecurity.class,
        KitPages.class,
        SamplePages.class
    })
    static class App {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        AccessTable access() {
            return AccessTable.rows()
                    .allow(HttpMethod.GET, "/{page}", Scope.PUBLIC, Role.ANYONE)
                    .allow(HttpMethod.POST, "/panitia/{slug}/ubah", Scope.ALL, Role.ORGANISER)
                    .allow(HttpMethod.POST, "/akun/kata-sandi", Scope.ALL, Role.ORGANISER)
                    .allow(HttpMethod.GET, "/api/file/content", Scope.PUBLIC, Role.ANYONE)
                    .build();
        }
    }

    @Controller
    static class SamplePages {

        @GetMapping("/sample")
        Mono<Page> sample() {
            Map<String, Object> model =
                    Map.of("status", 200, "title", "<img src=x onerror=alert(1)>", "detail", "");
            return Mono.just(
                    Page.of("kit/error", "<script>alert(1)</script>", model)
                            .cacheFor(Duration.ofMinutes(1)));
        }

        @GetMapping("/absent")
        Mono<Page> absent() {
            return Mono.empty();
        }

        @GetMapping({"/denied", "/api/file/content"})
        Mono<Page> denied() {
            return Mono.error(Problem.forbidden());
        }

        @GetMapping("/leads-on")
        Mono<Page> leadsOn() {
            return Mono.just(Page.redirect("/sample"));
        }

        @GetMapping("/later")
        Mono<Page> later() {
            Map<String, Object> model = Map.of("status", 503, "title", "Later", "detail", "");
            return Mono.just(
                    Page.of("kit/error", "Later", model)
                            .because(Problem.overloaded(Duration.ofSeconds(3))));
        }

        @GetMapping("/busy")
        Mono<Page> busy() {
            return Mono.error(Problem.overloaded(Duration.ofSeconds(3)));
        }
    }
}
