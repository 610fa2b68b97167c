// The types of the data that pages and files have for programs.

import type { ClaimReview, NewsArticle, WithContext } from "schema-dts";

type Address = `https://${string}`;
type Day = `${number}-${number}-${number}`;

/** The description of a news article for search engines, by schema.org, with the fields that they show. */
export type Described = WithContext<NewsArticle> & {
  "@type": "NewsArticle";
  headline: string;
  description: string;
  inLanguage: string;
  image: Address;
  datePublished: Day;
  dateModified: Day;
  author: object;
  publisher: object;
  mainEntityOfPage: Address;
};

/** The description of a checked statement for search engines, by schema.org, with the fields that they need of a claim review. */
export type Reviewed = WithContext<ClaimReview> & {
  "@type": "ClaimReview";
  url: Address;
  claimReviewed: string;
  author: object;
  itemReviewed: { "@type": "Claim"; author: object };
  reviewRating: { "@type": "Rating"; alternateName: string };
};

/** An oEmbed answer of the type `rich` (https://oembed.com), with its required and optional fields. */
export interface Embedded {
  type: "rich";
  version: "1.0";
  html: string;
  width: number;
  height: number;
  title?: string;
  author_name?: string;
  author_url?: Address;
  provider_name?: string;
  provider_url?: Address;
  cache_age?: number;
  thumbnail_url?: Address;
  thumbnail_width?: number;
  thumbnail_height?: number;
}
