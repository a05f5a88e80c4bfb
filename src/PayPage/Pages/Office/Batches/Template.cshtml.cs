using System.Text;
using Microsoft.AspNetCore.Mvc;
using PayPage.Domain.Batches.Sheets;
using PayPage.Domain.Team;

namespace PayPage.Pages.Office.Batches;

/// <summary>A file to begin with: every column explained, and example rows that we refuse, should somebody leave them in.</summary>
[Needs(Right.SendBatches)]
internal sealed class TemplateModel : OfficePage
{
    public FileContentResult OnGet() => File(Encoding.UTF8.GetBytes(string.Concat(TemplateFile.Lines())), "text/csv", "invoices-template.csv");
}
