package id.hadir.e2e;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sends so many calls, drawn from a seed, and keeps the first example of each fault. */
final class Fuzzer {

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private static final int AT_ONCE = 4;
    private static final Pattern ENDING = Pattern.compile("/(cancel|erase|withdraw|substitute)$");

    record Answered(int status, String contentType, String etag, String headers, String body) {}

    private final ApiDocument document = ApiDocument.read();
    private final List<ApiDocument.Operation> operations =
            document.operations().stream().sorted(comparing(Fuzzer::ends)).toList();
    private final SampleSite site;
    private final List<@Nullable String> callers;
    private final long seed;
    private final Map<String, String> faults = Collections.synchronizedMap(new TreeMap<>());
    private final Map<String, AtomicInteger> statuses =
            Collections.synchronizedMap(new TreeMap<>());

    Fuzzer(SampleSite site, long seed) {
        this.site = site;
        this.callers = new ArrayList<>(new TreeMap<>(site.tokens()).values());
        this.callers.add(site.tokens().get("organiser"));
        this.callers.add(null);
        this.seed = seed;
    }

    List<ApiDocument.Operation> operations() {
        return operations;
    }

    /** How often each operation answered with each kind of status: {@code GET /x 2xx}. */
    Map<String, AtomicInteger> statuses() {
        return statuses;
    }

    /** A line for each kind of fault of each operation. */
    Map<String, String> run(int calls) throws InterruptedException {
        printOnce();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            workers.invokeAll(
                    IntStream.range(0, calls)
                            .mapToObj(number -> Executors.callable(() -> call(number)))
                            .toList());
        }
        return faults;
    }

    /** The first print of a fresh process loads fonts and the printer: no call's fault. */
    private void printOnce() {
        Api organiser = Api.with(site.tokens().get("organiser"));
        operations.stream()
                .map(ApiDocument.Operation::path)
                .filter(path -> path.endsWith(".pdf"))
                .forEach(path -> organiser.download(site.path(path)));
    }

    /**
     * Its number alone decides what it is, so that one call can be made again. The first round over
     * the operations is good calls of an admin, the second of an organiser: luck alone would leave
     * some without one.
     */
    private void call(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        ApiDocument.Operation operation = operations.get(number % operations.size());
        FuzzCalls.Flaw flaw = oneOf(List.of(FuzzCalls.Flaw.values()), random);
        String token = oneOf(callers, random);
        switch (number / operations.size()) {
            case 0 -> {
                flaw = FuzzCalls.Flaw.NONE;
                token = site.tokens().get("admin");
            }
            case 1 -> {
                flaw = FuzzCalls.Flaw.NONE;
                token = site.tokens().get("organiser");
            }
            default -> {}
        }
        FuzzCalls calls =
                new FuzzCalls(
                        operation, new FuzzValues(document, site.known(), random), random, flaw);
        if (operation.path().equals("/api/tokens/current")) {
            token = null; // would end a caller
        }
        FuzzCall call = calls.call(token, etag(operation, token));
        long began = System.nanoTime();
        List<String> found;
        String told;
        try {
            Answered answered = send(call);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            statuses.computeIfAbsent(
                            operation + " " + answered.status() / 100 + "xx",
                            _ -> new AtomicInteger())
                    .incrementAndGet();
            found =
                    AnswerCheck.faults(
                            new AnswerCheck.Seen(
                                    answered.status(),
                                    answered.contentType(),
                                    answered.headers(),
                                    answered.body(),
                                    took,
                                    operation.statuses()));
            told = answered.status() + " " + FuzzCall.shortened(answered.body());
        } catch (IllegalStateException noAnswer) {
            found = List.of("no answer");
            told = String.valueOf(noAnswer.getCause());
        }
        for (String fault : found) {
            faults.putIfAbsent(
                    operation + ": " + fault,
                    "call %d (%s) %s%n    -> %s".formatted(number, flaw, call, told));
        }
    }

    /** Such calls come after those that need what they end. */
    private static boolean ends(ApiDocument.Operation operation) {
        return operation.method().equals("DELETE") || ENDING.matcher(operation.path()).find();
    }

    private static <T extends @Nullable Object> T oneOf(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** Of what is there now, for calls that have to name it. */
    private String etag(ApiDocument.Operation operation, @Nullable String token) {
        boolean isNeeded =
                operation.parameters().stream().anyMatch(one -> one.name().equals("If-Match"));
        if (!isNeeded || token == null) {
            return "\"1\"";
        }
        return send(new FuzzCall(
                        "GET",
                        site.path(operation.path()),
                        List.of("Authorization", "Bearer " + token),
                        null))
                .etag();
    }

    static Answered send(FuzzCall call) {
        try {
            HttpResponse<InputStream> response =
                    HTTP.send(
                            call.request(RunningSystem.get().url()), BodyHandlers.ofInputStream());
            String type = response.headers().firstValue("Content-Type").orElse("");
            try (InputStream body = response.body()) {
                return new Answered(
                        response.statusCode(),
                        type,
                        response.headers().firstValue("ETag").orElse("\"1\""),
                        response.headers().map().toString(),
                        type.startsWith("text/event-stream")
                                ? ""
                                : new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
