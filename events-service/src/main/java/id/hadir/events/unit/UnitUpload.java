package id.hadir.events.unit;

import id.hadir.events.unit.UnitFile.Usual;
import id.hadir.kit.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Reads files of units away from the event loops: parsing some megabytes takes longer than one
 * should be held.
 */
@Component
public class UnitUpload {

    /** Some 150,000 lines of CSV. */
    private static final int FILE_AT_MOST = 16 * 1024 * 1024;

    /**
     * CSV, or a workbook by its first bytes: browsers tell the type of neither reliably. Empty for
     * no bytes at all.
     */
    public Mono<UnitFile> read(Flux<DataBuffer> body, Usual usual) {
        return body.map(UnitUpload::bytes)
                .collect(ByteArrayOutputStream::new, UnitUpload::append)
                .filter(file -> file.size() > 0)
                .publishOn(Schedulers.boundedElastic())
                .map(file -> parse(file.toByteArray(), usual));
    }

    /** A table that was pasted as text. */
    public Mono<UnitFile> read(String table, Usual usual) {
        return Mono.just(table)
                .publishOn(Schedulers.boundedElastic())
                .map(text -> parse(text.getBytes(StandardCharsets.UTF_8), usual));
    }

    private static UnitFile parse(byte[] file, Usual usual) {
        boolean isZip = file.length > 1 && file[0] == 'P' && file[1] == 'K';
        return isZip ? UnitFile.xlsx(file, usual) : UnitFile.csv(ByteBuffer.wrap(file), usual);
    }

    /**
     * Given back one by one: what joins them gives those of a body that is too large back twice.
     */
    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static void append(ByteArrayOutputStream whole, byte[] part) {
        if (whole.size() + part.length > FILE_AT_MOST) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large");
        }
        whole.writeBytes(part);
    }
}
