package id.hadir.materials.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTests {

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7, surat.docx, application/pdf, application/pdf",
        "<html><script>, surat.pdf, text/html, application/octet-stream",
        "<!DOCTYPE html><p>, foto.png, text/html, application/octet-stream",
        "catatan rapat, catatan.txt, text/plain, text/plain",
        "alert(1), skrip.js, text/javascript, application/octet-stream",
        "MZ, program.exe, application/x-dosexec, application/octet-stream",
    })
    void theBytesDecideNotTheName(String head, String name, String type, String sent) {
        String detected = MediaTypes.detect(head.getBytes(StandardCharsets.UTF_8), name);
        assertThat(detected).isEqualTo(type);
        assertThat(MediaTypes.toSend(detected)).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({
        "paparan.pptx, application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "notula.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "arsip.zip, application/zip"
    })
    void formatsInAZipAreToldApartByTheName(String name, String type) {
        byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0};
        assertThat(MediaTypes.detect(zip, name)).isEqualTo(type);
        assertThat(MediaTypes.toSend(type)).isEqualTo(type);
    }
}
