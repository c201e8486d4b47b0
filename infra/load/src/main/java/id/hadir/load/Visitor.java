package id.hadir.load;

import id.hadir.load.Browser.Failed;
import id.hadir.load.Steps.Step;
import id.hadir.load.http.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who opens the link that all were sent, and registers. */
record Visitor(String slug, long number, String office, Browser browser, Set<String> assets) {

    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/aset/[^\"#]+)\"");
    private static final Pattern OFFICE =
            Pattern.compile("name=\"unitId\" value=\"([0-9a-f-]{36})\"");

    static Visitor of(String slug, long number, String office, Browser browser) {
        return new Visitor(slug, number, office, browser, new HashSet<>());
    }

    /** Reads, types and waits as people do. */
    void register() throws Failed, IOException {
        open(browser.get(Step.EVENT_PAGE, "/kegiatan/" + slug, 200));
        think(2, 8);
        String formPath = "/kegiatan/" + slug + "/daftar";
        Form form = new Form();
        form.readHidden(open(browser.get(Step.FORM, formPath, 200)));
        think(5, 15);
        form.put("office", office);
        String search = formPath + "/kantor?office=" + Form.encode(office);
        form.put("unitId", firstFound(browser.get(Step.OFFICES, search, 200).text()));
        think(10, 30);
        fill(form);
        Answer sent = browser.post(Step.SUBMIT, formPath, form, 303);
        String ticket = sent.header("location");
        if (ticket == null) {
            throw new Failed("no ticket: " + sent.head());
        }
        open(browser.get(Step.TICKET, ticket, 200));
    }

    /** The page with its styles and scripts, which a browser asks for once. */
    private String open(Answer answer) throws Failed, IOException {
        String page = answer.text();
        Matcher asset = ASSET.matcher(page);
        while (asset.find()) {
            if (assets.add(asset.group(1))) {
                browser.get(Step.ASSETS, asset.group(1), 200);
            }
        }
        return page;
    }

    private void fill(Form form) {
        form.put("presence", "self");
        form.put("attendee.name", "Peserta Uji " + number + ", S.H.");
        form.put("attendee.nip", Applicants.nip(number));
        form.put("attendee.position", "Staf");
        form.put("attendee.phone", "081234567890");
        form.put("attendee.email", "");
        form.put("noticeAccepted", "true");
    }

    private String firstFound(String page) throws Failed {
        Matcher found = OFFICE.matcher(page);
        if (!found.find()) {
            throw new Failed("this office is not found: " + office);
        }
        return found.group(1);
    }

    private static void think(int least, int most) {
        try {
            Thread.sleep(
                    Duration.ofMillis(
                            ThreadLocalRandom.current().nextLong(1000L * least, 1000L * most)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
