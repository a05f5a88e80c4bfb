using Microsoft.Extensions.DependencyInjection.Extensions;
using PayPage.UseCases.Customers;
using PayPage.UseCases.Home;
using PayPage.UseCases.Merchants;
using PayPage.UseCases.Previews;
using PayPage.UseCases.Team;
using PayPage.UseCases.Webhooks;

namespace PayPage.UseCases;

/// <summary>What only the back office does.</summary>
internal static class OfficeUseCasesRegistration
{
    public static IServiceCollection AddOfficeUseCases(this IServiceCollection services)
    {
        AddSettings();
        AddCustomers();
        AddHome();
        AddTeam();
        AddPreviews();
        return services;

        void AddSettings()
        {
            Add<ShowSettings>();
            Add<ChangeLook>();
            Add<ChangeBusiness>();
            Add<ChangeLetters>();
            Add<ChangeDefaults>();
            Add<ChangeNumbers>();
            Add<ChangeRefundRules>();
            Add<ChangeTold>();
            Add<ShowEndpoints>();
            Add<WriteEndpoint>();
            Add<SwitchEndpoint>();
            Add<ReplayDeliveries>();
        }

        void AddCustomers()
        {
            Add<ListCustomers>();
            Add<ShowCustomer>();
            Add<AddCustomer>();
            Add<ChangeCustomer>();
        }

        void AddHome()
        {
            Add<SumInvoices>();
            Add<FindLastEvents>();
            Add<CountDays>();
            Add<FindUndelivered>();
            Add<FindMoneyOwed>();
            Add<FindTested>();
            Add<FindWorries>();
            Add<FindShutDoors>();
            Add<ShowHome>();
        }

        void AddTeam()
        {
            Add<ShowTeam>();
            Add<ChangeTeam>();
            Add<InviteColleague>();
            Add<RevokeInvitation>();
            Add<ShowInvitation>();
            Add<AcceptInvitation>();
            Add<OpenWithAdmin>();
            Add<ListMerchants>();
            Add<FindMember>();
            Add<NameActors>();
            Add<ForgetSessions>();
        }

        void AddPreviews()
        {
            Add<FindPreview>();
            Add<DrawPreview>();
            services.TryAddSingleton<SealPreview>();
            Add<SendPreview>();
        }

        void Add<T>()
            where T : class => services.TryAddScoped<T>();
    }
}
