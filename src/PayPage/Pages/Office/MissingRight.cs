using PayPage.Domain.Team;
using PayPage.UseCases.Team;

namespace PayPage.Pages.Office;

/// <summary>Why a request was refused: for the page that says so, and whom to ask. A feature of the request.</summary>
internal sealed record MissingRight(Right Right, Member Member);
