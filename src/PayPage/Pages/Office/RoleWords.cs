using PayPage.Domain.Team;

namespace PayPage.Pages.Office;

internal static class RoleWords
{
    public static string Name(Role role) => role.Title();

    public static string Of(Right right) => right switch
    {
        Right.SeeInvoices => "See invoices and previews",
        Right.WriteNotes => "Write notes",
        Right.WriteInvoices => "Write and change invoices",
        Right.SendInvoices => "Send invoices and make links",
        Right.SendBatches => "Send files of invoices",
        Right.CancelInvoices => "Cancel invoices",
        Right.RecordPayments => "Record outside payments",
        Right.RefundPayments => "Give money back",
        Right.CompareMoney => "Compare the books with the processor",
        Right.SeeReports => "See and download reports",
        Right.SeeCustomers => "See customers",
        Right.WriteCustomers => "Change customers",
        Right.ChangeSettings => "Change settings",
        Right.ManageTeam => "Manage the team",
        Right.ManageWebhooks => "Manage webhooks",
        Right.ManageKeys => "Make and revoke API keys",
        _ => $"{right}",
    };
}
