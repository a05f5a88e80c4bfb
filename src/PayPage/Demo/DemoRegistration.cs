using PayPage.Domain;
using PayPage.SignIn;

namespace PayPage.Demo;

internal static class DemoRegistration
{
    public static IServiceCollection AddDemo(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment, string dataDirectory)
    {
        var options = configuration.GetSection(DemoOptions.Section).Get<DemoOptions>() ?? new DemoOptions();

        if (options.Enabled ?? environment.IsDevelopment())
        {
            services.AddSingleton(s => new DemoKey(options.ApiKey, Path.Combine(dataDirectory, "demo-api-key.txt"), s.GetRequiredService<RandomBytes>()));
            services.AddScoped<DemoMerchant>();
            services.AddScoped<DemoInvoices>();
            services.AddScoped<DemoPayers>();
            services.AddScoped<DemoAdmin>();
            services.AddSingleton(new FirstPersonComes("the demo"));
            services.AddHostedService<DemoStart>();
        }

        return services;
    }
}
