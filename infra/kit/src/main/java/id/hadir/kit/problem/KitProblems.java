package id.hadir.kit.problem;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import tools.jackson.databind.json.JsonMapper;

/** Import it to answer every failure in the contract's form. */
@Configuration(proxyBeanMethods = false)
public class KitProblems {

    @Bean
    ProblemHandler problemHandler(
            MessageSource messages, JsonMapper json, ObjectProvider<ProblemPage> page) {
        return new ProblemHandler(messages, json, page.getIfAvailable());
    }

    /** Paths and headers that Spring Security lets nobody send. */
    @Bean
    ServerExchangeRejectedHandler refusedRequests(ProblemHandler problems) {
        return problems::handle;
    }
}
