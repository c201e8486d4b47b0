package id.hadir.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A person at a browser of their own: no cookies of others, a phone or a laptop. */
final class Visitor implements AutoCloseable {

    private static final Path PICTURES =
            Path.of(System.getProperty("hadir.project"), "infra/e2e/target/screenshots");

    private final BrowserContext context;
    private final Page page;

    private Visitor(Browser.NewContextOptions options) {
        context = Chromium.BROWSER.newContext(options.setLocale("id-ID"));
        context.setDefaultTimeout(20_000);
        page = context.newPage();
    }

    private static final class Chromium {

        static final Browser BROWSER = start();

        @SuppressWarnings("resource") // ends with the JVM
        private static Browser start() {
            Playwright playwright = Playwright.create();
            BrowserType.LaunchOptions options =
                    new BrowserType.LaunchOptions()
                            .setArgs(
                                    List.of(
                                            "--headless",
                                            "--no-sandbox",
                                            "--disable-gpu",
                                            "--disable-background-networking",
                                            "--disable-component-update",
                                            "--disable-sync"));
            installed().ifPresent(options::setExecutablePath);
            return playwright.chromium().launch(options);
        }

        /** The one that infra/verify has found, or Debian's; else Playwright's own. */
        private static Optional<Path> installed() {
            String found = System.getenv().getOrDefault("HADIR_CHROMIUM", "/usr/bin/chromium");
            return Optional.of(Path.of(found)).filter(Files::isExecutable);
        }
    }

    static Visitor onPhone() {
        return new Visitor(
                new Browser.NewContextOptions().setViewportSize(360, 740).setHasTouch(true));
    }

    static Visitor onPhoneWithoutScript() {
        return new Visitor(
                new Browser.NewContextOptions()
                        .setViewportSize(360, 740)
                        .setJavaScriptEnabled(false));
    }

    static Visitor onLaptop() {
        return new Visitor(new Browser.NewContextOptions().setViewportSize(1366, 768));
    }

    Page page() {
        return page;
    }

    Visitor open(String path) {
        page.navigate(RunningSystem.get().url() + path);
        return this;
    }

    Visitor signIn(String username, String password) {
        open("/masuk");
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill(password);
        page.locator("main form button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/masuk"));
        return this;
    }

    /** Keeps a picture of the page for people to look at. */
    Visitor picture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + ".png"))
                        .setFullPage(true));
        return this;
    }

    /** Keeps the picture, and asks axe about it. */
    Visitor looksRight(String name) {
        picture(name);
        Axe.findsNothingSerious(page);
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
