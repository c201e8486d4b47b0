package id.hadir.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An organiser who fills in what a news report says; counts what there is to fill and to press. */
final class TypingOrganiser {

    private final Visitor visitor;
    private final Page page;
    private final RealEvent event;
    private int fields;
    private int presses;
    private String path = "";

    TypingOrganiser(Visitor visitor, RealEvent event) {
        this.visitor = visitor;
        this.page = visitor.page();
        this.event = event;
    }

    int fields() {
        return fields;
    }

    int presses() {
        return presses;
    }

    /** Leaves the draft open, and gives its slug. */
    String plans() {
        visitor.open("/panitia/baru");
        choose("type", event.text("type"));
        fill("title", event.text("title"));
        fill("theme", event.text("theme"));
        fill("date", event.printedDate());
        fill("venue.name", event.venue("name"));
        fill("venue.address", event.venue("address"));
        region("venue.regionCode", event.venue("regionCode"));
        speakers();
        press("Simpan sebagai draf");
        page.waitForURL(url -> url.matches(".*/panitia/(?!baru).+"));
        path = page.url().replaceAll("[?#].*", "").replaceAll(".*(?=/panitia/)", "");
        return path.replace("/panitia/", "");
    }

    private void speakers() {
        List<RealEvent.Speaker> speakers = event.speakers();
        fill("agenda[0].title", event.text("theme"));
        for (int i = 0; i < speakers.size(); i++) {
            String who = "agenda[0].speakers[" + i + "].";
            if (field(who + "name").count() == 0) {
                page.locator("button[name=lanjut][value='speaker:0']").click();
                presses++;
                field(who + "name").waitFor();
            }
            fill(who + "name", speakers.get(i).name());
            fill(who + "position", speakers.get(i).position());
            choose(who + "role", speakers.get(i).role());
        }
    }

    /** All lines at once, in one wave. */
    void invites() {
        visitor.open(path + "/undang");
        List<RealEvent.Line> lines = new ArrayList<>(event.audience());
        RealEvent.Line last = lines.removeLast();
        for (RealEvent.Line line : lines) {
            line(line);
            press("Tambah baris ini, lalu pilih lagi");
            page.waitForLoadState();
        }
        line(last);
        press("Undang");
        assertThat(page.locator("main .banner--done")).isVisible();
    }

    private void line(RealEvent.Line line) {
        choose("kind", line.kind());
        region("regionCode", line.regionCode());
        if (!field("seats").inputValue().equals(String.valueOf(line.seats()))) {
            fill("seats", String.valueOf(line.seats()));
        }
    }

    void publishes() {
        visitor.open(path);
        press("Terbitkan");
        assertThat(page.locator("main .badge--done").first()).isVisible();
    }

    /** For a group in WhatsApp, and one for each office with its own link. */
    void hasTextsToShare(String slug) {
        visitor.open(path);
        assertThat(page.locator("#teks")).containsText(event.printedDate());
        assertThat(page.locator("#teks")).containsText("/kegiatan/" + slug);
        visitor.open(path + "/undang");
        assertThat(page.locator("a[href^='https://wa.me/?text=']").first())
                .hasAttribute("href", Pattern.compile(".*undangan%3D.*"));
    }

    /** By a week, at the same place. */
    void moves(String printedDate, String why) {
        visitor.open(path + "/jadwal");
        fill("date", printedDate);
        fill("reason", why);
        press("Umumkan jadwal baru");
        page.waitForURL(url -> url.endsWith(path));
    }

    private void fill(String name, String text) {
        if (!text.isEmpty()) {
            field(name).fill(text);
            fields++;
        }
    }

    private void choose(String name, String value) {
        if (!field(name).inputValue().equals(value)) {
            field(name).selectOption(value);
            fields++;
        }
    }

    /** Step by step; each brings the next one. */
    private void region(String name, @Nullable String code) {
        String given = code == null ? "" : code;
        choose(name, given.isEmpty() ? "" : given.substring(0, 2));
        if (given.length() >= 5) {
            waitForNextStep(name + ".regency");
            choose(name + ".regency", given.substring(0, 5));
        }
        if (given.length() >= 8) {
            waitForNextStep(name + ".district");
            choose(name + ".district", given.substring(0, 8));
        }
    }

    /** Nobody chooses within the 20 ms in which htmx makes what it has brought work. */
    private void waitForNextStep(String name) {
        field(name).waitFor();
        assertThat(page.locator(".htmx-added, .htmx-settling, .htmx-request")).hasCount(0);
    }

    private Locator field(String name) {
        return page.locator("[id='" + name + "']");
    }

    private void press(String button) {
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .last()
                .click();
        presses++;
    }
}
