using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PayPage.Delivery;
using PayPage.Domain.Links;
using PayPage.Unit.Support;

namespace PayPage.Unit.Delivery.Support;

/// <summary>The room Delivery as the site registers it, from settings alone, with a folder and a log of its own.</summary>
internal sealed class DeliveryRoom : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("paypage-");
    private readonly IHost _host;

    /// <param name="settings">Named as in the environment, e.g. <c>Email__Transport</c>.</param>
    public DeliveryRoom(string environment, params IEnumerable<(string Name, string Value)> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection();

        foreach (var (name, value) in settings)
        {
            builder.Configuration[name.Replace("__", ":", StringComparison.Ordinal)] = value;    // the last one wins
        }

        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log);
        builder.Services.AddSingleton<ISiteAddresses, FixedAddresses>().AddDelivery(_folder.FullName);
        _host = builder.Build();
    }

    public KeptLog Log { get; } = new();

    public string Folder => _folder.FullName;

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>As the site starts: settings are judged first.</summary>
    public Task StartAsync(CancellationToken ct) => _host.StartAsync(ct);

    /// <returns>What stops the start; empty when nothing does.</returns>
    public string Objection()
    {
        try
        {
            Get<IStartupValidator>().Validate();
            return "";
        }
        catch (OptionsValidationException e)
        {
            return e.Message;
        }
    }

    public void Dispose()
    {
        _host.Dispose();
        _folder.Delete(recursive: true);
    }
}
