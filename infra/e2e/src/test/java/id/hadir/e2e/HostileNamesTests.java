package id.hadir.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import id.hadir.e2e.AccessRows.Caller;
import id.hadir.e2e.AccessRows.Row;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Nobody and nothing obeys a name: no page, no spreadsheet, no calendar. */
class HostileNamesTests {

    private static final Set<String> CALENDAR =
            Set.of(
                    "BEGIN",
                    "END",
                    "VERSION",
                    "PRODID",
                    "CALSCALE",
                    "METHOD",
                    "UID",
                    "SEQUENCE",
                    "DTSTAMP",
                    "DTSTART",
                    "DTEND",
                    "CREATED",
                    "LAST-MODIFIED",
                    "SUMMARY",
                    "STATUS",
                    "DESCRIPTION",
                    "LOCATION",
                    "URL",
                    "ORGANIZER",
                    "CATEGORIES",
                    "X-WR-CALNAME",
                    "X-WR-TIMEZONE",
                    "TZID",
                    "TZOFFSETFROM",
                    "TZOFFSETTO",
                    "TZNAME",
                    "GEO",
                    "NAME",
                    "TRANSP",
                    "CLASS",
                    "COMMENT",
                    "REFRESH-INTERVAL",
                    "X-PUBLISHED-TTL");

    /** What a page would have done, were it told to by a name. */
    private static final String OBEYED =
            """
            () => {
              const obeyed = [];
              for (const element of document.querySelectorAll('*')) {
                const what = element.outerHTML.slice(0, 200);
                if (element.tagName === 'SCRIPT' && !element.src.startsWith(location.origin + '/aset/'))
                  obeyed.push('script: ' + what);
                if (/^(IFRAME|OBJECT|EMBED|BASE)$/.test(element.tagName)) obeyed.push(what);
                if (element.getAttribute('src') === 'x') obeyed.push('element: ' + what);
                for (const attribute of element.attributes) {
                  if (/^on/i.test(attribute.name)) obeyed.push('handler: ' + what);
                  if (/^(href|src|action|formaction)$/i.test(attribute.name)
                      && /^\\s*(javascript|data|vbscript):/i.test(attribute.value)) obeyed.push('link: ' + what);
                }
              }
              return obeyed.concat(window.violations);
            }
            """;

    private static final String LISTEN =
            """
            window.violations = [];
            document.addEventListener('securitypolicyviolation', event =>
              window.violations.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI));
            """;

    /** A row outside of the API that is no page. */
    private static final String FILE = "/materi/{slug}/tiket/{code}/{materialId}";

    /**
     * That file, what leads to other sites, what is not there without a provider of OIDC, and the
     * page that {@code /tiket/{code}/pengingat} leads to.
     */
    private static final Set<String> NO_PAGES =
            Set.of(
                    FILE,
                    "/panitia/{slug}/surat/pratinjau",
                    "/tiket/pengingat/{token}",
                    "/masuk/oidc",
                    "/masuk/oidc/kembali",
                    "/panitia/{slug}/peserta/{registrationId}/whatsapp");

    private static HostileNames names;

    @BeforeAll
    static void plant() {
        names = new HostileNames();
    }

    @Test
    void noPageObeysANameWhoeverReadsIt() {
        List<String> wrong = new ArrayList<>();
        Set<String> shownBy = new TreeSet<>();
        for (Caller caller : Caller.values()) {
            try (Visitor visitor = signedIn(caller)) {
                Page page = visitor.page();
                page.addInitScript(LISTEN);
                page.onDialog(
                        dialog -> {
                            wrong.add("dialog at " + page.url());
                            dialog.dismiss();
                        });
                for (Row row : AccessRows.read()) {
                    if (isLookedAt(row, caller)) {
                        look(page, caller, row, wrong, shownBy);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(shownBy).as("pages that show such a name").hasSizeGreaterThan(20);
    }

    /** Were it obeyed, it would be seen. */
    @Test
    void whatIsObeyedIsSeen() {
        try (Visitor visitor = Visitor.onLaptop()) {
            Page page = visitor.page();
            page.addInitScript(LISTEN);
            visitor.open("/");
            assertThat((List<?>) page.evaluate(OBEYED)).isEmpty();
            page.evaluate(
                    "name => document.querySelector('main').insertAdjacentHTML('beforeend', name)",
                    HostileNames.IMAGE);
            page.waitForFunction("() => window.violations.length > 0");
            assertThat(page.evaluate(OBEYED).toString())
                    .contains("element: <img", "handler: <img", "policy: script-src");
        }
    }

    @Test
    void noExportObeysAName() {
        Api admin = Api.asAdmin();
        Set<String> types = new TreeSet<>();
        for (Row row : AccessRows.read()) {
            if (row.path().startsWith("/api/") && !row.path().endsWith("/stream")) {
                String path = sample(row);
                for (String query : List.of("", "?format=csv", "?format=xlsx")) {
                    types.add(read(path + query, admin.download(path + query)));
                }
            }
        }
        assertThat(types)
                .contains(
                        "application/json",
                        "text/csv",
                        "text/calendar",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Test
    void aFileIsSavedByItsName() {
        HttpResponse<byte[]> file = Api.asAnyone().download(String.valueOf(names.sample(FILE)));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("content-disposition"))
                .hasValueSatisfying(told -> assertThat(told).startsWith("attachment; filename="));
        assertThat(read(FILE, file)).isEqualTo("application/pdf");
    }

    private static Visitor signedIn(Caller caller) {
        Visitor visitor = Visitor.onLaptop();
        Rakor.Agency agency = names.agency;
        return switch (caller) {
            case NOBODY -> visitor;
            case OFFICIAL -> visitor.signIn(agency.official(), agency.password());
            case DESK -> visitor.signIn(agency.desk(), agency.password());
            case ORGANISER -> visitor.signIn(agency.organiser(), agency.password());
            case ADMIN -> visitor.signIn("admin", RunningSystem.get().adminPassword());
        };
    }

    /** What is asked for in the address is a name as well. */
    private static void look(
            Page page, Caller caller, Row row, List<String> wrong, Set<String> shownBy) {
        String name = Api.encode(HostileNames.IMAGE);
        String sample = sample(row);
        String path = sample + (sample.contains("?") ? "&q=" : "?q=") + name + "&field=" + name;
        Response response = page.navigate(RunningSystem.get().url() + path);
        String at = caller + " at " + row.path() + ": ";
        if (response.status() >= 400) {
            wrong.add(at + response.status());
        }
        ((List<?>) page.evaluate(OBEYED)).forEach(obeyed -> wrong.add(at + obeyed));
        if (page.locator("body").innerText().contains("alert(1)")) {
            shownBy.add(row.path());
        }
    }

    /** What is for everybody looks the same to most. */
    private static boolean isLookedAt(Row row, Caller caller) {
        boolean isForAll = row.lets(Caller.NOBODY);
        return row.isPage()
                && row.lets(caller)
                && !NO_PAGES.contains(row.path())
                && (!isForAll || caller == Caller.NOBODY || caller == Caller.ADMIN);
    }

    private static String sample(Row row) {
        return assertThat(names.sample(row.path()))
                .as("a sample in HostileNames for %s", row.path())
                .isNotNull()
                .actual();
    }

    /** The type of what was answered, once that is harmless. */
    private static String read(String call, HttpResponse<byte[]> answer) {
        assertThat(answer.headers().allValues("set-cookie")).as(call).isEmpty();
        String type = answer.headers().firstValue("content-type").orElse("").split(";")[0];
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        if (type.endsWith("json")) {
            JsonMapper.shared().readTree(text);
        } else if (type.equals("text/csv")) {
            assertThat(Exports.formulas(text)).as(call).isEmpty();
        } else if (type.equals("text/calendar")) {
            List<String> properties = Exports.properties(text);
            assertThat(CALENDAR).as(call).containsAll(properties);
            assertThat(text.lines())
                    .as(call)
                    .noneMatch(line -> line.equals("DTSTART:20200101T000000Z"));
        } else if (type.endsWith("spreadsheetml.sheet")) {
            assertThat(Exports.workbook(answer.body()))
                    .as(call)
                    .contains("<sheetData>")
                    .doesNotContain("<f>", "<f ", "t=\"str\"");
        }
        return type;
    }
}
