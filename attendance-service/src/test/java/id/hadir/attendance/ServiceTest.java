package id.hadir.attendance;

import id.hadir.kit.test.PostgresForTests;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole service on a database of its own; the events-service is not there, and is not needed.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = AttendanceService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "hadir.mail.every=1h",
            "hadir.mail.folder=target/mail",
            "hadir.reminders.every=1h"
        })
@ContextConfiguration(initializers = PostgresForTests.class)
@Import({Sample.class, Api.class, Browser.class})
public @interface ServiceTest {}
