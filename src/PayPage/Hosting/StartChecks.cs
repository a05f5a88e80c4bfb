using Microsoft.Extensions.Options;
using PayPage.Domain.Processors;
using PayPage.Security;

namespace PayPage.Hosting;

/// <summary>What must be set before real payers come. Each missing thing stops the start with one sentence.</summary>
internal static class StartChecks
{
    /// <returns>Null when the site may start.</returns>
    public static string? Objection(IConfiguration configuration, IHostEnvironment environment)
    {
        var sqlServer = configuration["Database:Provider"] == "SqlServer";
        var site = configuration.GetSection(SiteOptions.Section).Get<SiteOptions>() ?? new SiteOptions();
        var sandbox = configuration.GetSection(SandboxSettings.Section).Get<SandboxSettings>() ?? new SandboxSettings();

        if (ProcessorOf(configuration) is not { } processor)
        {
            return $"Processor is '{configuration["Processor"]}', which is none: set Processor=Sandbox or Processor=Stripe.";
        }

        if (site.PublicBaseUrl is { } address && (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https") || address.PathAndQuery != "/"))
        {
            return "PayPage__PublicBaseUrl must be an address without a path, such as https://pay.example.com.";
        }

        if (ForwardedAddresses.Objection(configuration) is { } proxies)
        {
            return proxies;
        }

        if (sqlServer && processor == ProcessorKind.Sandbox && sandbox.BaseUrl is null)
        {
            return "On SQL Server the sandbox cannot live in this process, for there may be several: set Sandbox__BaseUrl to where it runs alone.";
        }

        if (environment.IsDevelopment())
        {
            return null;
        }

        return site.PublicBaseUrl is null
                ? "PayPage__PublicBaseUrl is not set: it is the address that payers reach, and every link is built from it."
            : processor == ProcessorKind.Sandbox && !sandbox.AllowInProduction
                ? "There is no processor that takes real money: set Processor=Stripe. The Sandbox does not run outside Development unless Sandbox__AllowInProduction=true, for a trial."
            : sqlServer && configuration[$"{KeyRingOptions.Section}:CertificatePath"] is null or ""
                ? "DataProtection__CertificatePath is not set: on SQL Server the keys of all links lie in the database and must be wrapped by a certificate."
            : null;
    }

    /// <summary>The default for new merchants.</summary>
    /// <returns>Null where the setting names none.</returns>
    public static ProcessorKind? ProcessorOf(IConfiguration configuration) => configuration["Processor"] switch
    {
        null or "" or nameof(ProcessorKind.Sandbox) => ProcessorKind.Sandbox,
        nameof(ProcessorKind.Stripe) => ProcessorKind.Stripe,
        _ => null,
    };

    /// <summary>Lets each room's settings judge themselves, before the database is touched.</summary>
    /// <exception cref="StartRefusedException">With a sentence for each fault.</exception>
    public static void JudgeOptions(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (OptionsValidationException e)
        {
            throw new StartRefusedException(e.Message);
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            throw new StartRefusedException(string.Join(' ', e.InnerExceptions.Select(inner => inner.Message)));
        }
        catch (InvalidOperationException e) when (e.InnerException is FormatException or ArgumentException)
        {
            throw new StartRefusedException(e.Message);    // a word where a number belongs, or a choice that is none
        }
    }
}
