package id.hadir.kit.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.Content;
import id.hadir.kit.security.Actor;
import java.net.URLEncoder;

/**
 * What every template knows about the request it is drawn for; the parameter {@code page}.
 *
 * @param address path and query of the request, for the way back from the language switch
 * @param publicUrl where people reach the site, without a slash at the end
 */
public record PageContext(
        Words words, Actor actor, String path, String address, Assets assets, String publicUrl) {

    /** Goes into every form: {@code <input type="hidden" name="_csrf" value="…">}. */
    public String csrfToken() {
        String token = actor.csrfToken();
        return token == null ? "" : token;
    }

    public String lang() {
        return words.locale().getLanguage();
    }

    /** The URL of a static file, such as {@code kit/hadir.css}, good for a year. */
    public String asset(String name) {
        return assets.url(name);
    }

    /** Whether the page belongs to the part of the site below that path. */
    public boolean isBelow(String part) {
        return path.equals(part) || path.startsWith(part + "/");
    }

    /** The link that shows this page in the other language. */
    public String languageSwitch() {
        String other = lang().equals("id") ? "en" : "id";
        return "/bahasa?ke=" + other + "&kembali=" + URLEncoder.encode(address, UTF_8);
    }

    /** The whole address of a path, for what leaves the site: a message, a letter. */
    public String absolute(String target) {
        return publicUrl + target;
    }

    /** The link that opens a calendar program, which then asks for that path again and again. */
    public String subscription(String target) {
        return "webcal" + publicUrl.substring(publicUrl.indexOf(':')) + target;
    }

    /** An icon of the sprite; it always stands beside a word, so it is silent to screen readers. */
    public Content icon(String name) {
        String url = assets.url("kit/sprite.svg");
        return output ->
                output.writeContent(
                        "<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\"><use href=\""
                                + url
                                + "#"
                                + name
                                + "\"/></svg>");
    }
}
