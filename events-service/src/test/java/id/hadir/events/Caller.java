package id.hadir.events;

import id.hadir.kit.test.TestTokens;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as somebody, and makes what a test begins with. */
public class Caller {

    private static final JsonMapper json = JsonMapper.shared();

    /** A test that looks at no more than the status would keep a pooled connection for itself. */
    private static final ReactorClientHttpConnector UNPOOLED =
            new ReactorClientHttpConnector(HttpClient.newConnection());

    private WebTestClient client = WebTestClient.bindToServer().build();

    @EventListener
    void started(WebServerInitializedEvent started) {
        if (!"management".equals(started.getApplicationContext().getServerNamespace())) {
            client =
                    WebTestClient.bindToServer(UNPOOLED)
                            .baseUrl("http://127.0.0.1:" + started.getWebServer().getPort())
                            .responseTimeout(Duration.ofMinutes(2))
                            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(32_000_000))
                            .build();
        }
    }

    public RequestBodySpec request(HttpMethod method, String token, String uri, Object... values) {
        return client.method(method)
                .uri(uri, values)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en");
    }

    public ResponseSpec get(String token, String uri, Object... values) {
        return request(HttpMethod.GET, token, uri, values).exchange();
    }

    public ResponseSpec post(String token, String uri, Object body) {
        return request(HttpMethod.POST, token, uri)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body instanceof String ? body : json.writeValueAsString(body))
                .exchange();
    }

    public ResponseSpec patch(String token, String id, String ifMatch, Object body) {
        return request(HttpMethod.PATCH, token, "/api/events/{id}", id)
                .header("If-Match", ifMatch)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body instanceof String ? body : json.writeValueAsString(body))
                .exchange();
    }

    public JsonNode json(ResponseSpec response) {
        byte[] body = response.expectBody().returnResult().getResponseBodyContent();
        return json.readTree(body == null ? new byte[0] : body);
    }

    public JsonNode getJson(String token, String uri, Object... values) {
        return json(get(token, uri, values).expectStatus().isOk());
    }

    /** A new agency's id. */
    public String agency(String name, String regionCode) {
        Map<String, Object> agency =
                Map.of("name", name, "kind", "bawaslu", "regionCode", regionCode);
        return json(post(TestTokens.admin(), "/api/agencies", agency).expectStatus().isCreated())
                .path("id")
                .stringValue();
    }

    public JsonNode event(String agencyId, Map<String, ?> event) {
        return json(
                post(TestTokens.organiser(agencyId), "/api/events", event)
                        .expectStatus()
                        .isCreated());
    }
}
