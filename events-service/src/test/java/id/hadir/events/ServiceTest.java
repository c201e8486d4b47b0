package id.hadir.events;

import id.hadir.kit.test.PostgresForTests;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The service on a port and a PostgreSQL of its own, with all regions; one for all such tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"hadir.mail.every=1h", "hadir.mail.folder=target/mail"})
@ContextConfiguration(initializers = PostgresForTests.class)
@Import(Caller.class)
public @interface ServiceTest {}
