using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PayPage.Data;
using PayPage.Delivery.Email;
using PayPage.Delivery.Sms;
using PayPage.Documents;
using PayPage.Domain.Delivery;
using PayPage.Domain.Links;
using PayPage.Files;
using PayPage.Security;
using PayPage.Unit.Simulation.Outside;
using PayPage.Unit.Support;
using PayPage.UseCases;

namespace PayPage.Unit.Simulation;

/// <summary>The site's own registrations, for one database file. What is not the site (clock, chance, processor, mail, texts, webhooks) the caller adds.</summary>
internal static class SimServices
{
    public static IServiceCollection For(SimDatabase database)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:PayPage", database.ConnectionString)])
            .Build();

        // One logger factory for all: EF keeps a whole model for each that it meets.
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<IMailComposer, MailComposer>()
            .AddSingleton<IColleagueMailComposer, ColleagueMailComposer>()
            .AddSingleton<PayPage.Domain.Team.IAccounts, NoAccounts>()
            .AddSingleton<ITextComposer, TextComposer>()
            .AddSingleton(new SmsLimits([], 100, 1000))
            .AddSingleton<PayPage.Domain.Documents.IDocumentRenderer, BlankPapers>()
            .AddSingleton<ISiteAddresses, SimAddresses>()
            .AddSingleton<PayPage.Domain.Processors.IAccountReader, PayPage.Processors.Stripe.StripeAccountReader>()
            .AddSingleton<PayPage.Domain.Processors.INewAccounts, PayPage.Hosting.SandboxAccounts>()
            .AddData(configuration)
            .AddSecurity(configuration)
            .AddUseCases()
            .AddDocuments()
            .AddFiles();
    }
}
