package id.hadir.attendance.message;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** By a mail server where one is named, else into a folder. */
@Configuration(proxyBeanMethods = false)
class Couriers {

    /** Mail servers and disks are waited for here. */
    private static final int THREADS = Postman.SIDE_BY_SIDE;

    private static final int WAITING = 100;

    @Bean(destroyMethod = "dispose")
    Scheduler mailScheduler() {
        return Schedulers.newBoundedElastic(THREADS, WAITING, "mail");
    }

    @Bean
    Courier courier(
            ObjectProvider<JavaMailSender> server, Scheduler mailScheduler, MailSettings settings) {
        JavaMailSender smtp = server.getIfAvailable();
        return smtp == null
                ? new FolderCourier(settings, mailScheduler)
                : new SmtpCourier(smtp, settings.from(), mailScheduler);
    }
}
