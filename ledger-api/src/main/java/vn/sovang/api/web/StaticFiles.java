package vn.sovang.api.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/// Styles and scripts keep the addresses that pages name.
@Configuration
class StaticFiles {
    /// Off: it looks for a file behind every link of a page, in every archive of the program, to
    /// give it another address if there is one. That took as long as all else of a page together.
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> addressesAsNamed() {
        var filter = new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        filter.setEnabled(false);
        return filter;
    }
}
