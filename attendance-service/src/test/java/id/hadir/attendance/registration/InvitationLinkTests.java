package id.hadir.attendance.registration;

import static org.assertj.core.api.Assertions.assertThat;

import id.hadir.attendance.Api;
import id.hadir.attendance.Browser;
import id.hadir.attendance.Sample;
import id.hadir.attendance.ServiceTest;
import id.hadir.kit.test.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.node.ObjectNode;

/** The link of an invitation is for its office and its event, and for nothing else. */
@ServiceTest
class InvitationLinkTests {

    @Autowired private Sample sample;
    @Autowired private Api api;
    @Autowired private Browser browser;

    private UUID event;
    private UUID baros;

    @BeforeEach
    void anInvitedOffice() {
        event = sample.event(e -> e);
        baros = sample.invitedUnit(event, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invited", "open"})
    void aLinkRegistersForItsOwnOfficeAndForNoOther(String mode) {
        sample.put(Sample.mode(sample.eventNode(event), mode).put("version", 2));
        UUID anyar = sample.unit("Kecamatan Anyar", "kecamatan", "36.04.07");
        sample.invite(event, anyar, 1);
        refused(register(linkOf(baros).put("unitId", anyar.toString())));
        assertThat(officeOf(linkOf(baros))).isEqualTo(baros);
        assertThat(officeOf(linkOf(anyar))).isEqualTo(anyar);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invited", "open"})
    void aLinkOfAnotherEventIsNone(String mode) {
        sample.put(Sample.mode(sample.eventNode(event), mode).put("version", 2));
        UUID elsewhere = sample.invitedUnit(sample.event(e -> e), 1);
        refused(register(linkOf(elsewhere)));
        refused(register(linkOf(elsewhere).put("unitId", baros.toString())));
        assertThat(page("token-" + elsewhere)).doesNotContain("Undangan ini untuk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invited", "open"})
    void aLinkWhoseInvitationWasWithdrawnIsNone(String mode) {
        sample.put(Sample.mode(sample.eventNode(event), mode).put("version", 2));
        assertThat(page("token-" + baros)).contains("Kecamatan Baros");
        sample.invite(
                event, baros, invitation -> invitation.put("withdrawn", true).put("revision", 2));
        refused(register(linkOf(baros)));
        refused(register(linkOf(baros).put("unitId", baros.toString())));
        assertThat(page("token-" + baros)).doesNotContain("Undangan ini untuk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invited", "open"})
    void aLinkStaysGoodWhenItsOfficeIsSwitchedOff(String mode) {
        sample.put(Sample.mode(sample.eventNode(event), mode).put("version", 2));
        sample.switchOff(baros, "Kecamatan Baros", "kecamatan", "36.04.06");
        assertThat(page("token-" + baros)).contains("Undangan ini untuk", "Kecamatan Baros");
        assertThat(officeOf(linkOf(baros))).isEqualTo(baros);
        ObjectNode chosen = api.person(baros, "Siti", "");
        assertThat(officeOf(chosen)).isEqualTo(baros);
    }

    @Test
    void theIdOfAnOfficeOrOfAnInvitationIsNoLink() {
        for (String guessed : new String[] {baros.toString(), event.toString(), "token-"}) {
            ObjectNode body = api.person("Budi", "").put("invitationToken", guessed);
            refused(register(body));
        }
    }

    private ObjectNode linkOf(UUID unit) {
        return api.person("Budi", "").put("invitationToken", "token-" + unit);
    }

    private WebTestClient.ResponseSpec register(ObjectNode body) {
        return api.register(event, body);
    }

    private UUID officeOf(ObjectNode body) {
        return UUID.fromString(api.registered(event, body).path("unit").path("id").stringValue());
    }

    private void refused(WebTestClient.ResponseSpec answer) {
        assertThat(api.read(answer.expectStatus().isEqualTo(409)).path("code").stringValue())
                .isEqualTo("not-invited");
    }

    private String page(String token) {
        return browser.get(
                        TestTokens.anyone(),
                        "/kegiatan/rakor-" + event + "/daftar?undangan=" + token)
                .html();
    }
}
