package io.axiom.runtime.boot;

import io.axiom.eventstore.EventLog;
import io.axiom.language.json.Json;
import io.axiom.runtime.access.Authenticator;
import io.axiom.runtime.aggregate.BoundedContext;
import io.axiom.runtime.command.Commands;
import io.axiom.runtime.kafka.RelayStatus;
import io.axiom.runtime.log.History;
import io.axiom.runtime.messages.CommandParser;
import io.axiom.runtime.projection.Positions;
import io.axiom.runtime.web.ActorArgument;
import io.axiom.runtime.web.AuthenticationFilter;
import io.axiom.runtime.web.BodyLimit;
import io.axiom.runtime.web.BodyLimitFilter;
import io.axiom.runtime.web.CommandController;
import io.axiom.runtime.web.ErrorPage;
import io.axiom.runtime.web.HealthController;
import io.axiom.runtime.web.LogController;
import io.axiom.runtime.web.MinPosition;
import io.axiom.runtime.web.OutcomeController;
import io.axiom.runtime.web.ProblemAdvice;
import io.axiom.runtime.web.RequestCommands;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** What every service serves over HTTP. */
@AutoConfiguration(
        after = RuntimeAutoConfiguration.class,
        before = {JacksonAutoConfiguration.class, WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@ConditionalOnBean(BoundedContext.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class WebRuntimeAutoConfiguration {

    @Bean
    JsonMapper jsonMapper() {
        return Json.mapper();
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(ObjectProvider<BodyLimit> larger) {
        FilterRegistrationBean<BodyLimitFilter> filter =
                new FilterRegistrationBean<>(new BodyLimitFilter(larger.stream().toList()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    @Bean
    FilterRegistrationBean<AuthenticationFilter> authentication(Authenticator authenticator) {
        FilterRegistrationBean<AuthenticationFilter> filter =
                new FilterRegistrationBean<>(new AuthenticationFilter(authenticator));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return filter;
    }

    @Bean
    WebMvcConfigurer runtimeWeb(Positions positions, BoundedContext context, History history) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ActorArgument());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new MinPosition(positions, context.name(), history::head));
            }
        };
    }

    @Bean
    ProblemAdvice problemAdvice() {
        return new ProblemAdvice();
    }

    @Bean
    ErrorPage errorPage() {
        return new ErrorPage();
    }

    @Bean
    RequestCommands requestCommands(Commands commands, Clock clock) {
        return new RequestCommands(commands, clock);
    }

    @Bean
    CommandController commandController(CommandParser parser, RequestCommands commands) {
        return new CommandController(parser, commands);
    }

    @Bean
    OutcomeController outcomeController(EventLog log) {
        return new OutcomeController(log);
    }

    @Bean
    LogController logController(BoundedContext context, EventLog log, History history) {
        return new LogController(context, log, history);
    }

    @Bean
    HealthController healthController(BoundedContext context, EventLog log, Positions positions, RelayStatus relay) {
        return new HealthController(context, log, positions, relay);
    }
}
