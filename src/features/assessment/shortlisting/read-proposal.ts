import { leadShown } from '../../../core/assessment/index.ts'
