package io.axiom.runtime.boot;

import io.axiom.runtime.aggregate.BoundedContext;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The service's own database. */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnBean(BoundedContext.class)
@EnableConfigurationProperties(AxiomProperties.class)
public class DatabaseAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    DataSource dataSource(AxiomProperties properties, BoundedContext context) {
        return ServiceDatabase.open(properties.database(), "axiom-" + context.name());
    }
}
